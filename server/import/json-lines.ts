// JSONL: `{id, question, answer, tags?, phrasings?, lang?}`, one a line.
import { z } from 'zod'
import type { SourceRow } from './source.ts'

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  answer: z.string(),
  tags: z.array(z.string()).optional(),
  phrasings: z.array(z.string()).optional(),
  lang: z.string().optional(),
})

export function readJsonLines(name: string, text: string): SourceRow[] {
  return text.split(/\r?\n/).flatMap((line, i) => (line.trim() === '' ? [] : [readLine(`${name}:${i + 1}`, line)]))
}

function readLine(place: string, line: string): SourceRow {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { place, reason: 'is not JSON' }
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`)
    return { place, reason: faults.join('; ') }
  }
  const { id, lang, ...text } = parsed.data
  return { place, sourceId: id, text: { ...text, ...(lang && { locale: lang }) } }
}
