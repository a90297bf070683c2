// What a bench prints: for a person tables, and which goals hold; with --json one line a figure. Notes go to stderr then.

export interface Figure {
  readonly figure: string
  readonly value: number | null
  readonly goal: number | null
  /** Null where there is no goal, or nothing was measured. */
  readonly holds: boolean | null
}

export type Cell = string | number | undefined

/** A figure whose goal, if it has one, is to be reached or passed. */
export function atLeast(figure: string, value: number, goal: number | null = null): Figure {
  return judged(figure, value, goal, (reached, wanted) => reached >= wanted)
}

/** A figure that is to be greater than its goal: equal is not ahead. */
export function moreThan(figure: string, value: number, goal: number): Figure {
  return judged(figure, value, goal, (reached, wanted) => reached > wanted)
}

/** A figure that is not to exceed its goal. */
export function atMost(figure: string, value: number, goal: number | null = null): Figure {
  return judged(figure, value, goal, (reached, limit) => reached <= limit)
}

/** A figure that is to be smaller than its goal: equal is not ahead. */
export function lessThan(figure: string, value: number, goal: number): Figure {
  return judged(figure, value, goal, (reached, limit) => reached < limit)
}

/** Where everything goes: notes and tables as they come, figures at once. */
export interface Report {
  readonly note: (text: string) => void
  readonly table: (title: string, heads: readonly string[], rows: readonly (readonly Cell[])[]) => void
  readonly add: (...figures: Figure[]) => void
  /** The goals that were there to be reached, for a person. */
  readonly close: () => void
}

export function openReport(json: boolean): Report {
  if (json) console.info = console.error // lunr-languages has something to say
  const kept: Figure[] = []
  return {
    note: (text) => (json ? console.error(text) : console.log(text)),
    table: (title, heads, rows) => {
      if (!json) console.log(`\n${title}\n${tableOf(heads, rows)}`)
    },
    add: (...figures) => {
      kept.push(...figures)
      if (json) for (const figure of figures) console.log(JSON.stringify(figure))
    },
    close: () => {
      const wanted = kept.filter(({ goal }) => goal !== null)
      if (json || wanted.length === 0) return
      const rows = wanted.map(({ figure, value, goal, holds }) => [
        figure,
        value ?? '–',
        goal ?? '',
        holds ? 'yes' : 'NO',
      ])
      console.log(`\nGoals\n${tableOf(['figure', 'value', 'goal', 'holds'], rows)}`)
      console.log(`\n${wanted.filter(({ holds }) => holds).length} of ${wanted.length} goals hold.`)
    },
  }
}

function judged(
  figure: string,
  value: number,
  goal: number | null,
  holds: (value: number, goal: number) => boolean,
): Figure {
  if (!Number.isFinite(value)) return { figure, value: null, goal, holds: null }
  return { figure, value: rounded(value), goal, holds: goal === null ? null : holds(value, goal) }
}

/** Four digits that say something; a share of 0.9975 is not 1. */
function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

function tableOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [heads, ...rows].map((row) => row.map(textOf))
  const widths = heads.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
  return texts.map(line).join('\n')
}

function textOf(cell: Cell): string {
  if (typeof cell !== 'number') return cell ?? '–'
  if (!Number.isFinite(cell)) return '–'
  if (Number.isInteger(cell)) return String(cell)
  return Math.abs(cell) < 10 ? cell.toFixed(3) : cell.toFixed(1)
}
