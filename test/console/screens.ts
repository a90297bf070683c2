// Every screen of the console, with something on it.
import { setViewport } from '@web/test-runner-commands'
import { catalogues, currentLanguage } from '../../console/messages.ts'
import type { FakeApi } from './fake-api.ts'
import { type Seat, sitDown } from './desk.ts'

export const screens: Readonly<Record<string, (api: FakeApi) => Promise<Seat>>> = {
  invite: async () => ready(sitDown({ name: 'invite', secret: 'fresh' }), 'wa-input'),
  'sign in': async () => ready(sitDown({ name: 'sign-in', back: '/console/' }), 'wa-input'),
  'inbox with gaps': async (api) => {
    api.addGap('Do you ship to Iceland?', {}, ['Do you ship to Iceland?', 'iceland shipping'])
    api.addGap('可以刻字吗？', { locale: 'zh' })
    return ready(sitDown({ name: 'inbox', state: 'open' }), '.open')
  },
  'empty inbox': async () => ready(sitDown({ name: 'inbox', state: 'open' }), 'askwell-snippet'),
  'open gap': async (api) => {
    const { id } = api.addGap('Do you ship to Iceland?', {}, ['Do you ship to Iceland?', 'iceland shipping'])
    return ready(sitDown({ name: 'gap', id }), '.wordings li')
  },
  'dismissed gap': async (api) => {
    const { id } = api.addGap('buy my watches', { state: 'dismissed', reason: 'spam' })
    return ready(sitDown({ name: 'gap', id }), '.wordings li')
  },
  editor: async (api) => {
    const entry = api.addEntry({ question: 'Do you ship to Iceland?', phrasings: ['iceland'], tags: ['delivery'] })
    api.addGap('Do you ship to Iceland?', { state: 'in_progress', entryId: entry.id, takenBy: 'Mei' })
    api.lost.add('Do you ship to Iceland?')
    const seat = await ready(sitDown({ name: 'entry', id: entry.id }), '.cm-content')
    await seat.waitFor('.found, .missed')
    return seat
  },
  'editor on a phone': async (api) => {
    await setViewport({ width: 390, height: 844 })
    const entry = api.addEntry({ question: 'Do you ship to Iceland?', phrasings: ['iceland'] })
    const seat = await ready(sitDown({ name: 'entry', id: entry.id }), '.cm-content')
    await seat.press(catalogues[currentLanguage()].replay.short)
    return ready(seat, '.found, .missed')
  },
  'editor after a conflict': async (api) => {
    const { id } = api.addEntry({ question: 'Do you ship to Iceland?', answer: 'Yes.' })
    const seat = await ready(sitDown({ name: 'entry', id }), '.cm-content')
    api.saveEntry(id, { revision: 1, answer: 'No, never.' }, 'Tom')
    await seat.type('wa-input.question', 'Do you ship to Reykjavik?')
    await seat.waitFor('askwell-conflict')
    return seat
  },
  entries: async (api) => {
    api.addEntry({ question: 'How much is shipping?' }, { state: 'published', publishedRevision: 1 })
    api.addEntry({ question: '怎么退货？', locale: 'zh' }, { state: 'published', revision: 3, publishedRevision: 2 })
    api.addEntry({ question: 'Old terms' }, { state: 'archived' })
    return ready(sitDown({ name: 'entries', text: '', state: undefined }), '.open')
  },
  'no entries': async () => ready(sitDown({ name: 'entries', text: '', state: undefined }), '.empty'),
  'keyboard shortcuts': async () => {
    const seat = await ready(sitDown({ name: 'inbox', state: 'open' }), 'askwell-snippet')
    dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
    return ready(seat, 'dialog[open]')
  },
}

async function ready(seat: Seat, selector: string): Promise<Seat> {
  await seat.waitFor(selector)
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
  return seat
}
