import { sendKeys, setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { goTo } from '../../console/router.ts'
import type { Entry } from '../../server/domain/entry.ts'
import type { EntryText } from '../../shared/contract.ts'
import { waitFor } from '../wait-for.ts'
import { pressWithControl, type Seat, sitDown, standUp } from './desk.ts'
import { FakeApi } from './fake-api.ts'

let api: FakeApi

beforeEach(async () => {
  api = new FakeApi()
  await setViewport({ width: 1440, height: 900 })
})

afterEach(() => {
  standUp()
  api.stop()
})

const QUESTION = 'Do you ship to Iceland?'

async function openEntry(text: Partial<EntryText> = {}, change: Partial<Entry> = {}) {
  const { id } = api.addEntry({ question: QUESTION, answer: 'Yes.', ...text }, change)
  const seat = sitDown({ name: 'entry', id })
  await seat.waitFor('.cm-content')
  return { seat, id, entry: () => api.entry(id) }
}

async function write(seat: Seat, text: string): Promise<void> {
  ;(await seat.waitFor('.cm-content')).focus()
  await pressWithControl('End')
  await sendKeys({ type: text })
}

const answerOn = (seat: Seat) => seat.find('.cm-content')!.innerText

describe('saving', () => {
  it('what is typed is saved by itself, and says so', async () => {
    const { seat, entry } = await openEntry()
    await write(seat, ' On Mondays.')
    await seat.waitFor('askwell-save-state', 'Not saved yet')
    await waitFor('the server to have it', () => entry().answer === 'Yes. On Mondays.')
    await seat.waitFor('askwell-save-state', 'Saved')
  })

  it('Ctrl+S saves at once', async () => {
    const { seat, entry } = await openEntry()
    await seat.type('wa-input.question', 'Do you ship to Greenland?')
    await pressWithControl('s')
    await waitFor('the server to have it', () => entry().question === 'Do you ship to Greenland?', 1_000)
  })

  it('leaving the page saves what was typed last', async () => {
    const { seat, entry } = await openEntry()
    await write(seat, ' Soon.')
    goTo({ name: 'inbox', state: 'open' })
    await waitFor('the server to have it', () => entry().answer === 'Yes. Soon.', 1_000)
  })

  it('an entry without a question is kept on screen until it has one', async () => {
    const { seat, entry } = await openEntry()
    await seat.type('wa-input.question', ' ')
    await pressWithControl('s')
    await seat.waitFor('askwell-save-state', 'Write a question')
    expect(entry().question).to.equal(QUESTION)
  })

  it('without a network it says that nothing is saved, and saves when asked again', async () => {
    const { seat, entry } = await openEntry()
    api.isOffline = true
    await write(seat, ' Later.')
    await pressWithControl('s')
    await seat.waitFor('askwell-save-state', 'Not saved: The server can’t be reached.')
    api.isOffline = false
    await seat.press('Save now')
    await waitFor('the server to have it', () => entry().answer === 'Yes. Later.')
    await seat.waitFor('askwell-save-state', 'Saved')
  })

  it('phrasings and tags are added and removed', async () => {
    const { seat, entry } = await openEntry({ phrasings: ['iceland'], tags: ['delivery'] })
    await seat.press('Add a phrasing')
    await waitFor(
      'a second line',
      () => seat.find('askwell-phrasings')!.shadowRoot!.querySelectorAll('li').length === 2,
    )
    await sendKeys({ type: 'to reykjavik' })
    ;(await seat.waitFor('askwell-tags')).shadowRoot!.querySelector('wa-input')!.focus()
    await sendKeys({ type: 'north' })
    await sendKeys({ press: 'Enter' })
    await waitFor('all of it saved', () => entry().tags.includes('north') && entry().phrasings.includes('to reykjavik'))
    await seat.press('Remove tag “delivery”')
    await waitFor('the tag gone', () => entry().tags.length === 1)
  })
})

describe('when somebody else saved meanwhile', () => {
  async function conflict() {
    const opened = await openEntry()
    await write(opened.seat, ' Mine.')
    api.saveEntry(opened.id, { revision: 1, answer: 'Theirs.' }, 'Tom')
    await pressWithControl('s')
    await opened.seat.waitFor('askwell-conflict', 'Tom saved a newer version of this entry')
    return opened
  }

  it('both versions are shown, mine stays on screen, theirs stays on the server', async () => {
    const { seat, entry } = await conflict()
    expect(answerOn(seat)).to.equal('Yes. Mine.')
    await seat.waitFor('section', 'Yes. Mine.')
    await seat.waitFor('section', 'Theirs.')
    expect(entry().answer).to.equal('Theirs.')
  })

  it('typing on does not overwrite the other version unseen', async () => {
    const { seat, entry } = await conflict()
    await write(seat, ' More.')
    await pressWithControl('s')
    await seat.waitFor('section', 'Yes. Mine. More.')
    expect(entry().answer).to.equal('Theirs.')
  })

  it('“Keep mine” puts mine on top of theirs', async () => {
    const { seat, entry } = await conflict()
    await seat.press('Keep mine')
    await waitFor('mine on the server', () => entry().answer === 'Yes. Mine.')
    expect(entry().revision).to.equal(3)
    await waitFor('the banner to leave', () => !seat.find('askwell-conflict'))
  })

  it('“Use theirs” takes theirs over', async () => {
    const { seat, entry } = await conflict()
    await seat.press('Use theirs')
    await waitFor('their text on screen', () => answerOn(seat) === 'Theirs.')
    expect(entry().answer).to.equal('Theirs.')
    await seat.waitFor('askwell-save-state', 'Saved')
  })

  it('a save whose answer was lost is no conflict with oneself', async () => {
    const { seat, id } = await openEntry()
    await write(seat, ' Once.')
    api.saveEntry(id, { revision: 1, answer: 'Yes. Once.' })
    await pressWithControl('s')
    await seat.waitFor('askwell-save-state', 'Saved')
    expect(seat.find('askwell-conflict')).to.equal(undefined)
  })
})

describe('publishing', () => {
  it('saves first, then visitors find it and the gap is answered', async () => {
    const { seat, id, entry } = await openEntry()
    api.addGap(QUESTION, { state: 'in_progress', entryId: id, takenBy: 'Mei' })
    await write(seat, ' Weekly.')
    await pressWithControl('Enter')
    await seat.waitFor('askwell-notice', 'Published: visitors find it now.')
    expect(entry()).to.include({ state: 'published', answer: 'Yes. Weekly.' })
    await seat.waitFor('askwell-chip', 'Live')
  })

  it('the state of the gap follows by itself', async () => {
    const { id } = api.addEntry({ question: QUESTION, answer: 'Yes.' }, { state: 'published', publishedRevision: 1 })
    api.addGap(QUESTION, { state: 'in_progress', entryId: id, takenBy: 'Mei' })
    const seat = sitDown({ name: 'entry', id })
    await seat.waitFor('li', 'Waiting until every wording finds the entry')
    api.gaps = api.gaps.map((gap) => ({ ...gap, state: 'answered' }))
    await seat.waitFor('li', 'Answered')
  })

  it('an entry without an answer is not published, and the reason is given', async () => {
    const { seat, entry } = await openEntry({ answer: '' })
    await seat.press('Publish')
    await seat.waitFor('askwell-notice', 'Write an answer first, then publish it.')
    expect(entry().state).to.equal('draft')
  })

  it('changes after publishing are marked until they are live too', async () => {
    const { seat } = await openEntry({}, { state: 'published', revision: 2, publishedRevision: 2 })
    await seat.waitFor('askwell-chip', 'Live')
    await write(seat, ' New.')
    await seat.waitFor('askwell-chip', 'Live with changes')
    await seat.waitFor('wa-button', 'Publish changes')
  })

  it('archiving is undone by publishing again', async () => {
    const { seat, entry } = await openEntry({}, { state: 'published', revision: 2, publishedRevision: 2 })
    await seat.press('Archive')
    await seat.waitFor('askwell-notice', 'Archived: visitors no longer find it.')
    expect(entry().state).to.equal('archived')
    await seat.press('Undo')
    await waitFor('it to be live', () => entry().state === 'published')
  })

  it('a contributor may write but not publish, and is told why', async () => {
    api.agent = { ...api.agent, role: 'contributor' }
    const { seat, entry } = await openEntry()
    const button = await seat.waitFor<HTMLElement & { disabled: boolean }>('wa-button', 'Publish')
    expect(button.disabled).to.equal(true)
    expect(button.title).to.equal('This takes the role “Publisher”. Yours is “Contributor”.')
    await pressWithControl('Enter')
    await write(seat, ' Draft.')
    await waitFor('the save', () => entry().answer === 'Yes. Draft.')
    expect(entry().state).to.equal('draft')
  })
})

it('wordings that do not find the entry become phrasings with one press', async () => {
  const { id } = api.addEntry({ question: QUESTION, answer: 'Yes.' })
  api.addGap(QUESTION, { state: 'in_progress', entryId: id }, [QUESTION, 'northern delivery'])
  api.lost.add('northern delivery')
  const seat = sitDown({ name: 'entry', id })
  await seat.waitFor('askwell-replay', '1 of 2 wordings find this entry.')
  await seat.press('Add as phrasing: northern delivery')
  await seat.waitFor('askwell-replay', 'All 2 wordings find this entry.')
  expect(api.entry(id).phrasings).to.deep.equal(['northern delivery'])
})

it('the toolbar marks the selected words', async () => {
  const { seat, entry } = await openEntry({ answer: 'Yes' })
  ;(await seat.waitFor('.cm-content')).focus()
  await pressWithControl('a')
  await seat.press('Bold')
  await waitFor('bold words', () => entry().answer === '**Yes**')
})

describe('when the session ends', () => {
  it('typed text survives the new sign-in and is offered', async () => {
    const { seat, id } = await openEntry()
    await write(seat, ' Precious.')
    api.isSignedIn = false
    await pressWithControl('s')
    await seat.waitFor('askwell-notice', 'Your session has ended.')
    await seat.type('wa-input[name=email]', 'mei@example.com')
    await seat.type('wa-input[name=password]', 'correct horse battery')
    await seat.press('Sign in')
    await seat.waitFor('askwell-notice', 'There is text of yours in this browser that was never saved.')
    expect(location.pathname).to.equal(`/console/entries/${id}`)
    await seat.press('Restore my text')
    await waitFor('the text on the server', () => api.entry(id).answer === 'Yes. Precious.')
  })

  it('text typed on a revision that is old by now is compared first', async () => {
    const { seat, id } = await openEntry()
    await write(seat, ' Precious.')
    api.isOffline = true
    await pressWithControl('s')
    await seat.waitFor('askwell-save-state', 'Not saved')
    seat.root.remove()
    api.isOffline = false
    api.saveEntry(id, { revision: 1, answer: 'Theirs.' }, 'Tom')
    const again = sitDown({ name: 'entry', id })
    await again.waitFor('section', 'Yes. Precious.')
    expect(api.entry(id).answer).to.equal('Theirs.')
  })
})
