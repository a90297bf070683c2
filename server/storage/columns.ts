// Columns that hold more than they say. The cast is safe because only this folder writes them.

/** A text column with a JSON list of strings. */
export function parseList(json: string): string[] {
  return JSON.parse(json) as string[]
}
