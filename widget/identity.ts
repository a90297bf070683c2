// Who the visitor is, as the page proves it: a signed token, passed to the server as it is. The server decides what it is
// worth; the widget only keeps it in memory and asks for a new one in time.

export type IdentityProof = { readonly token: string } | { readonly getToken: () => Promise<string> | string }

/** Seconds before its end at which a token is asked for anew. */
const EARLY = 60

export class Identity {
  readonly #attributes: () => { readonly token: string; readonly url: string }
  #proof: IdentityProof | undefined
  #token: string | undefined

  constructor(attributes: () => { readonly token: string; readonly url: string }) {
    this.#attributes = attributes
  }

  set(proof: IdentityProof): void {
    this.#proof = proof
    this.#token = undefined
  }

  forget(): void {
    this.#proof = { token: '' }
    this.#token = undefined
  }

  /** undefined: the visitor is nobody in particular, or the page could not prove it now. */
  async token(): Promise<string | undefined> {
    if (this.#token && secondsLeft(this.#token) > EARLY) return this.#token
    try {
      this.#token = await this.#ask()
    } catch {
      this.#token = undefined // asked for again with the next question
    }
    return this.#token || undefined
  }

  /** Seconds for which the token at hand is still good; undefined if there is none. */
  get left(): number | undefined {
    return this.#token ? secondsLeft(this.#token) : undefined
  }

  async #ask(): Promise<string> {
    const { token, url } = this.#attributes()
    const proof = this.#proof
    if (proof) return 'token' in proof ? proof.token : proof.getToken()
    if (token || !url) return token
    const response = await fetch(url, { credentials: 'same-origin' })
    return response.ok ? (await response.text()).trim() : ''
  }
}

/** By the token's own `exp` (RFC 7519); a token without one never ends. */
function secondsLeft(token: string): number {
  try {
    const payload = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown }
    return typeof exp === 'number' ? Math.round(exp - Date.now() / 1000) : Infinity
  } catch {
    return Infinity // not a JSON Web Token
  }
}
