// Puts the reader into the first field of a form, once it is there.
import type { LitElement } from 'lit'

export async function focusFirstField(within: ParentNode): Promise<void> {
  const field = within.querySelector<LitElement>('wa-input')
  await field?.updateComplete
  field?.focus()
}
