// Pages with Trusted Types let nobody write HTML without a policy that they allow by name. Ours is `askwell`, the only one:
// Lit's templates (vite.config.ts) and the sanitised answers (safe-html.ts) go through it.

/** What TypeScript's library does not know yet. */
export interface HtmlPolicy {
  createHTML(html: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy
}

/** undefined where there are no Trusted Types, or where the page does not allow the policy. */
export const policy: HtmlPolicy | undefined = makePolicy()

/** A page may allow no policy and still not demand one: then everything works without. */
export function mayWriteHtml(): boolean {
  try {
    document.createElement('template').innerHTML = policy?.createHTML('') ?? ''
    return true
  } catch {
    return false
  }
}

function makePolicy(): HtmlPolicy | undefined {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  try {
    return factory?.createPolicy('askwell', { createHTML: (html) => html })
  } catch {
    return undefined // not allowed: mayWriteHtml() says whether that matters
  }
}
