import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { asProblem, client, need, type ProblemError } from '../api.ts'
import { SignedInEvent } from '../events.ts'
import { MessagesController } from '../messages.ts'
import { focusFirstField } from '../parts/focus-field.ts'
import { mark } from '../parts/mark.ts'
import '../parts/askwell-languages.ts'
import '../parts/askwell-notice.ts'
import { problemNotice } from '../parts/problem-notice.ts'
import { base, card } from '../theme/styles.ts'
import { gate } from './gate-style.ts'

/**
 * @summary Where an agent signs in.
 * @event signed-in
 */
@customElement('askwell-sign-in')
export class AskwellSignIn extends LitElement {
  static override styles = [base, card, gate]

  /** The agent was at work when the session ended. */
  @property({ type: Boolean }) ended = false

  @state() private problem: ProblemError | null = null
  @state() private busy = false

  readonly #messages = new MessagesController(this)

  override firstUpdated(): void {
    void focusFirstField(this.renderRoot)
  }

  override render() {
    const { texts } = this.#messages
    const t = texts.signIn
    const wrong = this.problem?.status === 401 ? t.wrong : undefined
    return html`<main class="gate">
      <div class="top">
        ${mark}
        <h1>${t.title}</h1>
        <p class="muted">${t.lead}</p>
      </div>
      ${this.ended && !this.problem ? html`<askwell-notice role="status">${t.ended}</askwell-notice>` : nothing}
      ${this.problem ? problemNotice(this.problem, texts, undefined, wrong) : nothing}
      <form class="card" @submit=${this.#onSubmit}>
        <wa-input name="email" type="email" label=${t.email} autocomplete="username" required></wa-input>
        <wa-input
          name="password"
          type="password"
          label=${t.password}
          autocomplete="current-password"
          password-toggle
          required
        ></wa-input>
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${t.submit}</wa-button>
      </form>
      <askwell-languages></askwell-languages>
    </main>`
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const fields = new FormData(event.target as HTMLFormElement)
    this.busy = true
    try {
      await need(
        client.api.session.$post({ json: { email: text(fields, 'email'), password: text(fields, 'password') } }),
      )
      this.problem = null
      this.dispatchEvent(new SignedInEvent())
    } catch (error) {
      this.problem = asProblem(error)
    } finally {
      this.busy = false
    }
  }
}

function text(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-sign-in': AskwellSignIn
  }
}
