// The running server: listens, prints where everything is, keeps the background work going, ends cleanly.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Askwell } from './askwell.ts'
import type { Config } from './config.ts'
import { demoSiteKey } from './demo/content.ts'
import { inviteFirstAdmin } from './domain/accounts.ts'
import { listenFault } from './start-fault.ts'
import { readWebFiles } from './web-files.ts'

/** Slow clients are let go: these close what drips headers or bodies for longer. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
}
const CHORES_EVERY = 5_000
const PATIENCE = 5_000

/** Resolves when the server was asked to stop and has. */
export async function serve(config: Config, askwell: Askwell): Promise<void> {
  const { desk, vault, workers, packs, grouping, log, webFolder } = askwell
  const server = createServer(LIMITS)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, config)))
    server.listen(config.port, config.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`
  const ownOrigins = [publicUrl, ...(config.publicUrl ? [] : [`http://127.0.0.1:${port}`])] as [string, ...string[]]
  const app = createApp({
    ...{ desk, vault, workers, log, ownOrigins, live: packs, asked: (siteId: string) => grouping.wake(siteId) },
    ...{ files: readWebFiles(webFolder), trustedProxyHops: config.trustedProxyHops },
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (request, response) => void answer(request, response))

  const lookAfter = (all: boolean) =>
    Promise.all([packs.catchUp(), grouping.catchUp({ all })]).catch((err: unknown) =>
      log.error({ err }, 'chores failed'),
    )
  void lookAfter(true)
  const timer = setInterval(() => void lookAfter(false), CHORES_EVERY)

  const stopped = stopAsked()
  const invite = await inviteFirstAdmin(desk, vault)
  process.stdout.write(banner(publicUrl, invite))
  log.debug({ port, publicUrl }, 'listening')

  await stopped
  clearInterval(timer)
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await closed
  clearTimeout(patience)
  await askwell.close()
}

function banner(publicUrl: string, invite: string | null): string {
  const admin = invite
    ? `${publicUrl}/console/invite#${invite}\n              this link makes the first admin, once`
    : `${publicUrl}/console/`
  return `
  Askwell is running.

  Demo shop   ${publicUrl}/demo
  Console     ${admin}
  Script tag  <script async src="${publicUrl}/askwell.js" data-site="${demoSiteKey}"></script>
              to use it on your pages, allow them: npx askwell site allow ${demoSiteKey} https://your.site

  Ctrl-C stops it.

`
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
