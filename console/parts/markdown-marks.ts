// What the toolbar does to Markdown: pure changes of a text and a selection.

export interface Marked {
  readonly text: string
  /** Selected afterwards. */
  readonly from: number
  readonly to: number
}

/** Puts `mark` around the selection, or takes it away again. */
export function wrap({ text, from, to }: Marked, mark: string): Marked {
  const size = mark.length
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark) {
    const bare = text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size)
    return { text: bare, from: from - size, to: to - size }
  }
  const marked = text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to)
  return { text: marked, from: from + size, to: to + size }
}

/** Makes the selection a link and selects its address, ready to be pasted over. */
export function linked({ text, from, to }: Marked, placeholder: string): Marked {
  const label = text.slice(from, to) || placeholder
  const address = 'https://'
  const start = from + label.length + 3
  return {
    text: `${text.slice(0, from)}[${label}](${address})${text.slice(to)}`,
    from: start,
    to: start + address.length,
  }
}

/** Begins every selected line with what `prefix` says for it, or takes it away if all have it. */
export function prefixed({ text, from, to }: Marked, prefix: (line: number) => string, known: RegExp): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const newline = text.indexOf('\n', to)
  const end = newline < 0 ? text.length : newline
  const lines = text.slice(start, end).split('\n')
  const all = lines.every((line) => known.test(line))
  const changed = lines
    .map((line, i) => (all ? line.replace(known, '') : prefix(i) + line.replace(known, '')))
    .join('\n')
  return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length }
}
