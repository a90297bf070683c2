// The second wall: published answers are sanitised already, and are sanitised again before they touch this page.
import DOMPurify from 'dompurify'
import { allowedAttributes, allowedTags } from '../shared/safe-html.ts'
import { policy } from './trusted-types.ts'

const attributes = [...new Set(Object.values(allowedAttributes).flat())]
const LINK = /^(?:https?:|mailto:|tel:|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i

/** An element with the answer in it. */
export function safeElement(html: string): HTMLElement {
  const body = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: attributes,
    ALLOWED_URI_REGEXP: LINK,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM: true,
    ...(policy && { TRUSTED_TYPES_POLICY: policy as never }), // DOMPurify would make one of its own
  })
  const element = document.createElement('div')
  element.className = 'prose'
  element.append(...body.childNodes)
  return element
}
