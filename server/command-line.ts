// The commands: start the server, bring in knowledge, look after sites and agents.
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { isLanguageTag } from '../shared/language.ts'
import type { Askwell } from './askwell.ts'
import { inviteAgent } from './domain/accounts.ts'
import { type Role, roles } from './domain/agent.ts'
import { importEntries, type ImportReport } from './domain/import-entries.ts'
import { need } from './domain/refusal.ts'
import { defaultSearch, type Site } from './domain/site.ts'
import { readSource } from './import/read-source.ts'
import { runCalibrate, runSearch, SEARCH_USAGE, searchOptions } from './search-commands.ts'

const USAGE = `Usage: npx askwell <command>

  start                          run the server
  import <file or folder>        bring in knowledge: .csv, .jsonl, or a folder of .md files
      --site <key>               the site it is for; may be left out if there is only one
      --source <name>            what to call the source; the name of the file or folder if left out
      --draft                    as drafts; published if left out
      --dry-run                  only report what would be done
  site                           list the sites
  site add <name>                add a site
      --locales <en,zh>          its languages, the default one first
      --origin <https://…>       a page origin that may embed the widget; may be repeated
  site allow <key> <origin>      let pages of one more origin embed the widget
${SEARCH_USAGE}  invite                         a one-time link that makes an agent
      --role <role>              ${roles.join(', ')}; contributor if left out
`

export interface Commands {
  /** Where people reach the server. */
  readonly address: string
  readonly open: () => Promise<Askwell>
  readonly serve: (askwell: Askwell) => Promise<void>
}

/** Runs one command. Rejects with what to tell the person who typed it. */
export async function commandLine(args: readonly string[], { address, open, serve }: Commands): Promise<void> {
  const { values, positionals } = parsed(args)
  const [command, ...rest] = positionals
  if (values.help || command === undefined) return void process.stdout.write(USAGE)
  if (!['start', 'import', 'site', 'search', 'calibrate', 'invite'].includes(command))
    throw new Error(`There is no command "${command}".\n\n${USAGE}`)
  if (command === 'import' && rest.length !== 1) throw new Error(`Say which file or folder to import.\n\n${USAGE}`)

  const askwell = await open()
  if (command === 'start') return serve(askwell)
  try {
    if (command === 'import') await runImport(askwell, rest[0]!, values)
    else if (command === 'site') await runSite(askwell, rest, values)
    else if (command === 'search') await runSearch(askwell, await chosenSite(askwell, values.site), values)
    else if (command === 'calibrate') await runCalibrate(askwell, await chosenSite(askwell, values.site), values)
    else await runInvite(askwell, address, values.role)
  } finally {
    await askwell.close()
  }
}

type Options = ReturnType<typeof parsed>['values']

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      site: { type: 'string' },
      source: { type: 'string' },
      draft: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      locales: { type: 'string', default: 'en' },
      origin: { type: 'string', multiple: true, default: [] },
      role: { type: 'string', default: 'contributor' },
      ...searchOptions,
    },
  })
}

async function runImport(askwell: Askwell, path: string, options: Options): Promise<void> {
  const site = await chosenSite(askwell, options.site)
  const rows = readSource(path)
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} {duration_formatted}', clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(rows.length, 0)
  const report = await importEntries(askwell.desk, { workers: askwell.workers, live: askwell.packs }, site, rows, {
    source: options.source ?? basename(resolve(path)),
    dryRun: options['dry-run'],
    publish: !options.draft,
    onProgress: (done) => bar.update(done),
  }).finally(() => bar.stop())
  if (report.added + report.changed > 0 && !options['dry-run']) process.stderr.write('Making it findable …\n')
  await askwell.packs.idle()
  process.stdout.write(reportText(report, rows.length, options['dry-run']))
}

function reportText(
  { added, changed, unchanged, drafts, kept, skipped }: ImportReport,
  rows: number,
  dryRun: boolean,
): string {
  const lines = [
    dryRun ? `${rows} rows read. Nothing was written; an import would do this:` : `${rows} rows read.`,
    `  added      ${added}`,
    `  changed    ${changed}`,
    `  unchanged  ${unchanged}`,
    ...(drafts > 0
      ? [`  drafts     ${drafts} of the added and changed; visitors see them once they are published`]
      : []),
    `  kept       ${kept.length}`,
    ...kept.map(({ place, reason }) => `    ${place} ${reason}`),
    `  skipped    ${skipped.length}`,
    ...skipped.map(({ place, reason }) => `    ${place} ${reason}`),
  ]
  return `${lines.join('\n')}\n`
}

async function runSite({ desk }: Askwell, [action, ...rest]: readonly string[], options: Options): Promise<void> {
  const { storage } = desk
  if (action === 'add') {
    const locales = options.locales.split(',').map((locale) => locale.trim())
    const wrong = locales.find((locale) => !isLanguageTag(locale))
    if (wrong !== undefined) throw new Error(`"${wrong}" is no language tag. Use for example --locales en,zh`)
    const name = rest.join(' ')
    if (!name) throw new Error('Say how the site is called: npx askwell site add "My shop"')
    const site: Site = {
      ...{ id: desk.newId(), key: `pk_${desk.newId()}`, name, allowedOrigins: options.origin.map(toOrigin) },
      ...{ defaultLocale: locales[0]!, locales, search: defaultSearch, createdAt: desk.clock() },
    }
    await storage.sites.add(site)
  } else if (action === 'allow') {
    const [key, origin] = rest
    if (!key || !origin)
      throw new Error('Say which site and which origin: npx askwell site allow pk_demo https://your.site')
    const site = need(await storage.sites.byKey(key), `There is no site with the key "${key}".`)
    await storage.sites.allowOrigins(site.id, [...new Set([...site.allowedOrigins, toOrigin(origin)])])
  } else if (action !== undefined) {
    throw new Error(`There is no command "site ${action}".\n\n${USAGE}`)
  }
  for (const { key, name, locales, allowedOrigins } of await storage.sites.all()) {
    process.stdout.write(`${key}  ${name}  ${locales.join(',')}  ${allowedOrigins.join(' ') || '(no pages yet)'}\n`)
  }
}

async function runInvite({ desk, vault }: Askwell, address: string, role: string): Promise<void> {
  if (!roles.includes(role as Role)) throw new Error(`There is no role "${role}". Use one of: ${roles.join(', ')}.`)
  const secret = await inviteAgent(desk, vault, role as Role)
  process.stdout.write(`${address}/console/invite#${secret}\nThis link makes one ${role}, within a week.\n`)
}

async function chosenSite({ desk }: Askwell, key: string | undefined): Promise<Site> {
  if (key !== undefined) return need(await desk.storage.sites.byKey(key), `There is no site with the key "${key}".`)
  const [first, second] = await desk.storage.sites.all()
  if (!first || second) throw new Error('There are several sites. Say which one: --site <key>')
  return first
}

function toOrigin(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(`"${text}" is no origin. Write it like https://shop.example.com`)
  return new URL(text).origin
}
