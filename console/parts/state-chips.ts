// The states of gaps and entries as chips, the same everywhere.
import { html } from 'lit'
import type { EntrySummary } from '../../server/domain/entry.ts'
import type { GapState } from '../../shared/contract.ts'
import type { Messages } from '../messages.ts'
import { languageName } from '../time.ts'
import './askwell-chip.ts'
import type { Tone } from './askwell-chip.ts'

const gapTones: Readonly<Record<GapState, Tone>> = {
  open: 'warm',
  in_progress: 'cool',
  answered: 'good',
  dismissed: 'still',
}

export function gapChip(state: GapState, texts: Messages) {
  return html`<askwell-chip tone=${gapTones[state]}>${texts.gapStates[state]}</askwell-chip>`
}

export function entryChip(entry: Pick<EntrySummary, 'state' | 'revision' | 'publishedRevision'>, texts: Messages) {
  if (hasChanges(entry)) return html`<askwell-chip tone="cool">${texts.liveWithChanges}</askwell-chip>`
  const tone: Tone = entry.state === 'published' ? 'good' : entry.state === 'draft' ? 'warm' : 'still'
  return html`<askwell-chip tone=${tone}>${texts.entryStates[entry.state]}</askwell-chip>`
}

export function localeChip(locale: string, texts: Messages) {
  return html`<askwell-chip title=${languageName(locale, texts.tag)}>${languageName(locale, locale)}</askwell-chip>`
}

/** Live, but agents have saved something since that visitors don't see yet. */
export function hasChanges({
  state,
  revision,
  publishedRevision,
}: Pick<EntrySummary, 'state' | 'revision' | 'publishedRevision'>): boolean {
  return state === 'published' && publishedRevision !== null && publishedRevision < revision
}
