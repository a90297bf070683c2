// Markdown to safe HTML, and to plain text for the index. The only file that makes HTML from strings; it runs on the
// server, in a worker with a time limit, when an entry is published or previewed.
import { marked } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { allowedAttributes, allowedPictureSchemes, allowedSchemes, allowedTags } from './safe-html.ts'

/** Thrown for Markdown that can't be rendered; the message is a sentence for the agent who wrote it. */
export class MarkdownError extends Error {
  override readonly name = 'MarkdownError'
}

/** Deeper quotes and lists are no writing, and parsers fall over them. */
const DEPTH = 100
const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d+[.)])(?=[ \\t]))){${DEPTH}}`, 'm')

/** GitHub-flavoured Markdown to HTML with nothing in it but what safe-html.ts allows. */
export function renderMarkdown(markdown: string): string {
  if (TOO_DEEP.test(markdown)) throw new MarkdownError(`The answer nests lists or quotes more than ${DEPTH} deep.`)
  try {
    return sanitizeHtml(marked.parse(markdown, { async: false, gfm: true }), policy).trim()
  } catch (error) {
    if (error instanceof RangeError) throw new MarkdownError('The answer nests its formatting too deeply to be shown.')
    throw error
  }
}

/** The words of sanitised HTML. */
export function plainText(html: string): string {
  const text = sanitizeHtml(html.replace(/<(?:br|\/(?:p|h\d|li|td|th|tr|dt|dd|summary))\b/g, ' $&'), {
    allowedTags: [],
    allowedAttributes: {},
  })
  return unescape(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

const policy: sanitizeHtml.IOptions = {
  allowedTags: [...allowedTags],
  allowedAttributes: Object.fromEntries(Object.entries(allowedAttributes).map(([tag, names]) => [tag, [...names]])),
  allowedSchemes: [...allowedSchemes],
  allowedSchemesByTag: { img: [...allowedPictureSchemes] },
  allowProtocolRelative: false,
  nestingLimit: 2 * DEPTH,
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer' }),
    img: sanitizeHtml.simpleTransform('img', { loading: 'lazy', referrerpolicy: 'no-referrer' }),
  },
}

/** The five references that sanitize-html writes; `&amp;` last, so that nothing is unescaped twice. */
function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
