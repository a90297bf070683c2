// The words of a published answer, for a line of the list. Shown as text nodes only: nothing here makes HTML safe.

const BLOCK = /<(?:br|\/?(?:p|h\d|ul|ol|li|d[ltd]|tr|pre|blockquote|summary|figcaption|caption))\b[^>]*>/g
const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of sanitised HTML; every block is a line of its own. */
export function plainText(html: string): string {
  return html
    .replace(BLOCK, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) =>
      name ? NAMED[name.toLowerCase()]! : character(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .trim()
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
