import { sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { forget } from '../../console/memory.ts'
import { waitFor } from '../wait-for.ts'
import { sitDown, standUp } from './desk.ts'
import { FakeApi, PASSWORD } from './fake-api.ts'

let api: FakeApi

beforeEach(() => (api = new FakeApi()))

afterEach(() => {
  standUp()
  api.stop()
  forget('site')
})

it('an invited person becomes an agent and is in', async () => {
  api.isSignedIn = false
  const seat = sitDown({ name: 'invite', secret: 'fresh' })
  await seat.type('wa-input[name=name]', 'Mei')
  await seat.type('wa-input[name=email]', 'mei@example.com')
  await seat.type('wa-input[name=password]', PASSWORD)
  await seat.press('Create account')
  await seat.waitFor('h1', 'Gaps')
})

it('a used invite says so', async () => {
  const seat = sitDown({ name: 'invite', secret: 'used' })
  await seat.type('wa-input[name=name]', 'Mei')
  await seat.type('wa-input[name=email]', 'mei@example.com')
  await seat.type('wa-input[name=password]', PASSWORD)
  await seat.press('Create account')
  await seat.waitFor('askwell-notice', 'This link was used already or is too old.')
})

it('a password of eleven characters is not sent', async () => {
  const seat = sitDown({ name: 'invite', secret: 'fresh' })
  await seat.type('wa-input[name=name]', 'Mei')
  await seat.type('wa-input[name=email]', 'mei@example.com')
  const field = await seat.waitFor<HTMLInputElement>('wa-input[name=password]')
  field.focus()
  await sendKeys({ type: 'elevenchars' })
  await seat.press('Create account')
  expect(field.validity.tooShort).to.equal(true)
  expect(api.requests).not.to.contain('POST /api/invites/accept')
})

it('who is not signed in signs in, and is where they wanted to be', async () => {
  api.isSignedIn = false
  const { id } = api.addGap('Do you ship to Iceland?')
  const seat = sitDown({ name: 'gap', id })
  await seat.type('wa-input[name=email]', 'mei@example.com')
  await seat.type('wa-input[name=password]', 'wrong')
  await seat.press('Sign in')
  await seat.waitFor('askwell-notice', 'E-mail address or password is wrong.')
  await seat.type('wa-input[name=password]', PASSWORD)
  await seat.press('Sign in')
  await seat.waitFor('h1', 'Do you ship to Iceland?')
  expect(location.pathname).to.equal(`/console/gaps/${id}`)
})

it('an agent signs out', async () => {
  const seat = sitDown({ name: 'inbox', state: 'open' })
  await seat.waitFor('h1', 'Gaps')
  await seat.press('Mei')
  await seat.press('Sign out')
  await seat.waitFor('h1', 'Sign in')
  expect(api.isSignedIn).to.equal(false)
})

it('with several sites, the agent chooses one and finds it again', async () => {
  api.sites.push({ ...api.sites[0]!, id: 'site-2', key: 'pk_two', name: 'Teaware' })
  const seat = sitDown({ name: 'inbox', state: 'open' })
  await seat.press('Lantern Tea')
  await seat.press('Teaware')
  await waitFor('the other site', () => api.requests.includes('GET /api/sites/site-2/gaps'))
  seat.root.remove()
  await sitDown({ name: 'inbox', state: 'open' }).waitFor('askwell-snippet', 'data-site="pk_two"')
})

it('an address that leads nowhere says so', async () => {
  history.replaceState(null, '', '/console/nowhere')
  const seat = sitDown({ name: 'nowhere' })
  history.replaceState(null, '', '/console/nowhere')
  window.dispatchEvent(new PopStateEvent('popstate'))
  await seat.waitFor('h1', 'There is nothing here')
})
