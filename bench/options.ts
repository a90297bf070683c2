// The command line that all groups of figures share.
import { parseArgs } from 'node:util'

export interface Options {
  readonly folders: readonly string[]
  readonly json: boolean
  /** Names of the engines to run; undefined for all. */
  readonly engines: readonly string[] | undefined
  /** Numbers of phrasings an entry. */
  readonly phrasings: readonly number[] | undefined
  readonly limitQueries: number | undefined
  readonly limitEntries: number | undefined
  readonly browser: boolean
  /** Measure peers again, though nothing of theirs has changed. */
  readonly fresh: boolean
}

export function readOptions(args: readonly string[] = process.argv.slice(2)): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      engine: { type: 'string', multiple: true },
      np: { type: 'string' },
      'limit-queries': { type: 'string' },
      'limit-entries': { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
    },
  })
  return {
    folders: positionals,
    json: values.json,
    engines: values.engine?.flatMap((names) => names.split(',')),
    phrasings: values.np?.split(',').map(Number),
    limitQueries: values['limit-queries'] === undefined ? undefined : Number(values['limit-queries']),
    limitEntries: values['limit-entries'] === undefined ? undefined : Number(values['limit-entries']),
    browser: !values['no-browser'],
    fresh: values.fresh,
  }
}
