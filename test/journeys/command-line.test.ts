// The program at the terminal: what it says when it can't start, how it stops, and what it brings in.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { SearchAnswer } from '../../shared/contract.ts'
import { databases, newDatabase } from '../databases.ts'
import { startPostgres } from '../postgres.ts'
import { freePort, printed, startAskwell } from './askwell-process.ts'

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function launch(args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['server/askwell.mjs', ...args], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

const run = (args: readonly string[], env: Record<string, string>) => outcomeOf(launch(args, env))

describe('what keeps it from starting is said in one sentence', () => {
  test('a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await new Promise((resolve) => taken.once('listening', resolve))
    const port = (taken.address() as { port: number }).port
    const { code, err } = await run(['start'], { PORT: String(port), DATA_DIR: newFolder() })
    expect(code).toBe(1)
    expect(err).toBe(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start\n`)
  })

  test('a data folder that is none', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    const { code, err } = await run(['start'], { DATA_DIR: join(file, 'data'), PORT: '0' })
    expect(code).toBe(1)
    expect(err).toMatch(/^The data folder \S+ can't be written\. .+\n$/)
  })

  test('an address that is not of this machine', async () => {
    const { code, err } = await run(['start'], { DATA_DIR: newFolder(), PORT: '0', HOST: '203.0.113.9' })
    expect(code).toBe(1)
    expect(err).toMatch(/^HOST is no address of this machine\. .+\n$/)
  })

  test('a database file that is none', async () => {
    const folder = newFolder()
    writeFileSync(
      join(folder, 'askwell.sqlite'),
      'not a database at all, but long enough to be read as a header of one'.repeat(20),
    )
    const { code, err } = await run(['start'], { DATA_DIR: folder, PORT: '0' })
    expect(code).toBe(1)
    expect(err).toMatch(/^The database in \S+ is damaged\. .+\n$/)
  })

  test('a PostgreSQL that does not answer', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/none`
    const { code, err } = await run(['start'], { DATABASE_URL: url, PORT: '0' })
    expect(code).toBe(1)
    expect(err).toBe('PostgreSQL does not answer at DATABASE_URL. Start it, or mend the address.\n')
  })

  test('wrong settings, all at once', async () => {
    const { code, err } = await run(['start'], { PORT: 'many', PUBLIC_URL: 'help', TRUSTED_PROXY_HOPS: '-1' })
    expect(code).toBe(1)
    expect(err).toMatch(
      /^These settings need mending:\n {2}PORT: .+\n {2}PUBLIC_URL: .+\n {2}TRUSTED_PROXY_HOPS: .+\n$/,
    )
  })

  test('a command that there is not', async () => {
    const { code, err } = await run(['begin'], { DATA_DIR: newFolder() })
    expect(code).toBe(1)
    expect(err).toContain('There is no command "begin".')
  })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it cleanly', async (signal) => {
  const child = launch(['start'], { PORT: '0', DATA_DIR: newFolder() })
  await printed(child, 'Ctrl-C stops it.')
  const outcome = outcomeOf(child)
  child.kill(signal)
  expect(await outcome).toMatchObject({ code: 0, err: '' })
})

test('the first admin has no password that somebody else could know: a link, for one use', async () => {
  const askwell = await startAskwell('SQLite')
  const [, secret] = askwell.invite.split('#')
  const accept = () =>
    fetch(`${askwell.url}/api/invites/accept`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({
        invite: secret,
        name: 'Ann',
        email: 'ann@example.com',
        password: 'correct horse battery',
      }),
    })
  expect((await accept()).status).toBe(204)
  expect((await accept()).status).toBe(403)
})

describe.each(databases)('on %s', (database) => {
  test('an import is reported, done once, and found at once by a server that is running', async () => {
    const askwell = await startAskwell(database)
    const file = join(newFolder(), 'faq.csv')
    const rows = [
      '编号,问题,答案,标签,语言',
      'a,可以开发票吗？,"可以，\n下单时填写抬头。",发票,zh',
      'b,,没有问题,,zh',
      'c,Do you ship hats?,Yes.,,en',
    ]
    writeFileSync(file, rows.join('\n'))

    const rehearsal = await askwell.run('import', file, '--dry-run')
    expect(rehearsal).toMatch(/Nothing was written[^]+added {6}2\n[^]+skipped {4}1\n {4}faq\.csv:4 question/)
    const before = await head(askwell.url)
    expect(await askwell.run('import', file)).toMatch(/added {6}2\n/)
    const after = await head(askwell.url)
    expect(after).not.toBe(before)
    expect(await (await fetch(`${askwell.url}/v1/packs/${after}`)).text()).toContain('可以开发票吗？')
    expect(await askwell.run('import', file)).toMatch(/added {6}0\n {2}changed {4}0\n {2}unchanged {2}2\n/)
  })

  test('synonyms and a floor are used at once by a server that is running', async () => {
    const askwell = await startAskwell(database)
    const search = async (text: string) => {
      const query = new URLSearchParams({ q: text, locale: 'en', limit: '1' })
      const answer = await fetch(`${askwell.url}/v1/sites/pk_demo/search?${query}`)
      return (await answer.json()) as SearchAnswer
    }
    expect((await search('urnlet')).confidence).toBe('none')
    const file = join(newFolder(), 'synonyms.txt')
    writeFileSync(file, '# ours\nurnlet => parcel\n')
    expect(await askwell.run('search', '--synonyms', file)).toContain('synonyms         urnlet => parcel')
    expect((await search('urnlet')).hits[0]?.entry.question).toMatch(/parcel/i)

    expect(await askwell.run('calibrate')).toContain('Nobody asked anything in the last 30 days')
    expect(await askwell.run('calibrate', '--floor', '1', '--save')).toContain('The floor of Lantern Tea is now 1.')
    expect((await search('parcel')).confidence).toBe('none')
    expect(await askwell.run('calibrate', '--floor', 'learned', '--save')).toContain('is now learned')
    expect((await search('parcel')).confidence).not.toBe('none')
  })
})

describe('search settings that make no sense are refused with what to mend', () => {
  test.each([
    [['search', '--browser-limit', 'much'], /--browser-limit takes a whole number/],
    [['search', '--synonyms', 'nowhere.txt'], /nowhere\.txt can't be read/],
    [['calibrate', '--floor', '2'], /from 0 to 1/],
    [['calibrate', '--save'], /Say which floor/],
  ])('%j', async (args, sentence) => {
    const { code, err } = await run(args, { DATA_DIR: newFolder() })
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
  })
})

test('two servers share one PostgreSQL database: what comes in at one is worked on at the other', async () => {
  const url = await newDatabase('PostgreSQL')
  const ports = [await freePort(), await freePort()]
  const servers = ports.map((port) => launch(['start'], { PORT: String(port), DATABASE_URL: url }))
  const [banner] = await Promise.all(servers.map((server) => printed(server, 'Ctrl-C stops it.')))
  const [one, two] = ports.map((port) => `http://localhost:${port}`) as [string, string]
  const post = (address: string, body: unknown, cookie = '') =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
      body: JSON.stringify(body),
    })

  const [, invite] = /invite#(\S+)/.exec(banner!)!
  const person = { invite, name: 'Ann', email: 'ann@example.com', password: 'correct horse battery' }
  const cookie = (await post(`${two}/api/invites/accept`, person)).headers.get('Set-Cookie')!.split(';')[0]!
  const at = async <T>(address: string) => (await (await fetch(address, { headers: { Cookie: cookie } })).json()) as T

  const question = { id: crypto.randomUUID(), text: 'Do you knit tea cosies?', locale: 'en', outcome: 'no_result' }
  expect((await post(`${one}/v1/questions?site=pk_demo`, { questions: [question] })).status).toBe(202)
  const { sites } = await at<{ sites: { id: string }[] }>(`${two}/api/session`)
  const gaps = async () =>
    (await at<{ gaps: { id: string; revision: number }[] }>(`${two}/api/sites/${sites[0]!.id}/gaps`)).gaps
  await expect.poll(gaps, { timeout: 10_000 }).toHaveLength(1)

  const [gap] = await gaps()
  const entry = (await (
    await post(`${two}/api/gaps/${gap!.id}/draft`, { revision: gap!.revision }, cookie)
  ).json()) as {
    id: string
    question: string
    revision: number
  }
  const text = { ...entry, answer: 'Every winter.', phrasings: [], tags: [], locale: 'en' }
  const saved = (await (
    await fetch(`${two}/api/entries/${entry.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
      body: JSON.stringify(text),
    })
  ).json()) as { revision: number }
  expect((await post(`${two}/api/entries/${entry.id}/publish`, { revision: saved.revision }, cookie)).status).toBe(200)
  const packAtOne = async () => (await fetch(`${one}/v1/packs/${await head(one, 'en')}`)).text()
  await expect.poll(packAtOne, { timeout: 10_000 }).toContain('Do you knit tea cosies?')
})

test('while PostgreSQL is gone the server lives, says so, and acknowledges nothing', async () => {
  const postgres = await startPostgres()
  const port = await freePort()
  const server = launch(['start'], { PORT: String(port), DATABASE_URL: postgres.url('postgres'), LOG_LEVEL: 'silent' })
  await printed(server, 'Ctrl-C stops it.')
  await postgres.stop()
  const at = (path: string, init?: RequestInit) => fetch(`http://localhost:${port}${path}`, init)
  const question = { id: crypto.randomUUID(), text: 'Do you knit tea cosies?', locale: 'en', outcome: 'no_result' }
  const answers = await Promise.all([
    at('/healthz'),
    at('/readyz'),
    at('/v1/sites/pk_demo/head'),
    at('/v1/questions?site=pk_demo', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ questions: [question] }),
    }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 503])
  expect(answers[3].headers.get('Retry-After')).toBe('5')
  expect(server.exitCode).toBeNull()
})

async function head(url: string, locale = 'zh'): Promise<string> {
  const { pack } = (await (await fetch(`${url}/v1/sites/pk_demo/head?locale=${locale}`)).json()) as { pack: string }
  return pack
}
