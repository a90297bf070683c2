import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { asProblem, client, need, type ProblemError } from '../api.ts'
import { SignedInEvent } from '../events.ts'
import { MessagesController, type Messages } from '../messages.ts'
import { focusFirstField } from '../parts/focus-field.ts'
import { mark } from '../parts/mark.ts'
import '../parts/askwell-languages.ts'
import { problemNotice } from '../parts/problem-notice.ts'
import { addressOf } from '../router.ts'
import { base, card } from '../theme/styles.ts'
import { gate } from './gate-style.ts'

/**
 * @summary Where an invited person becomes an agent.
 * @event signed-in
 */
@customElement('askwell-invite')
export class AskwellInvite extends LitElement {
  static override styles = [base, card, gate]

  /** The secret of the one-time link. */
  @property() secret = ''

  @state() private problem: ProblemError | null = null
  @state() private busy = false

  readonly #messages = new MessagesController(this)

  override firstUpdated(): void {
    void focusFirstField(this.renderRoot)
  }

  override render() {
    const { texts } = this.#messages
    const t = texts.invite
    return html`<main class="gate">
      <div class="top">
        ${mark}
        <h1>${t.title}</h1>
        <p class="muted">${this.secret ? t.lead : t.noSecret}</p>
      </div>
      ${this.problem ? problemNotice(this.problem, texts, undefined, explain(this.problem, texts)) : nothing}
      ${this.secret ? this.#form() : nothing}
      ${
        this.problem?.status === 409
          ? html`<a href=${addressOf({ name: 'sign-in', back: '/console/' })}>${texts.signIn.instead}</a>`
          : nothing
      }
      <askwell-languages></askwell-languages>
    </main>`
  }

  #form() {
    const t = this.#messages.texts.invite
    return html`<form class="card" @submit=${this.#onSubmit}>
      <wa-input name="name" label=${t.name} hint=${t.nameHint} autocomplete="name" maxlength="80" required></wa-input>
      <wa-input name="email" type="email" label=${t.email} autocomplete="username" required></wa-input>
      <wa-input
        name="password"
        type="password"
        label=${t.password}
        hint=${t.passwordHint}
        autocomplete="new-password"
        minlength="12"
        maxlength="256"
        password-toggle
        required
      ></wa-input>
      <wa-button type="submit" variant="brand" ?loading=${this.busy}>${t.submit}</wa-button>
    </form>`
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const fields = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<
      'name' | 'email' | 'password',
      string
    >
    this.busy = true
    try {
      await need(client.api.invites.accept.$post({ json: { invite: this.secret, ...fields } }))
      this.problem = null
      this.dispatchEvent(new SignedInEvent())
    } catch (error) {
      this.problem = asProblem(error)
    } finally {
      this.busy = false
    }
  }
}

function explain({ status }: ProblemError, texts: Messages): string | undefined {
  if (status === 403) return texts.invite.used
  if (status === 409) return texts.invite.exists
  return undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-invite': AskwellInvite
  }
}
