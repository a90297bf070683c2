// The HTML that an answer may hold: one list for both walls, the server's when it publishes and the widget's when it shows.

export const allowedTags = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'img', 'strong', 'em', 'b', 'i', 's', 'del', 'ins', 'mark', 'small'],
  ...['sub', 'sup', 'abbr', 'q', 'cite', 'details', 'summary', 'figure', 'figcaption'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
] as const

/** Attributes by tag; any other is dropped, so no handlers, styles, classes, ids or names. */
export const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'target', 'rel'],
  img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'referrerpolicy'],
  ol: ['start'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
  abbr: ['title'],
  details: ['open'],
}

/** Where links may lead. Relative addresses belong to the page that shows the answer. */
export const allowedSchemes = ['https', 'http', 'mailto', 'tel'] as const
/** Pictures come over HTTPS only: a page must not become insecure by an answer. */
export const allowedPictureSchemes = ['https'] as const
