import { emulateMedia, setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { chooseLanguage } from '../../console/messages.ts'
import { interfaceLanguages } from '../../shared/language.ts'
import { expectAccessible } from '../accessibility.ts'
import { standUp } from './desk.ts'
import { FakeApi } from './fake-api.ts'
import { screens } from './screens.ts'

let api: FakeApi

beforeEach(async () => {
  api = new FakeApi()
  await setViewport({ width: 1440, height: 900 })
})

afterEach(async () => {
  standUp()
  api.stop()
  await emulateMedia({ colorScheme: 'light' })
})

for (const [screen, open] of Object.entries(screens)) {
  for (const language of interfaceLanguages) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`${screen}: everybody can use it, ${language}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme })
        chooseLanguage(language)
        await open(api)
        await expectAccessible()
      })
    }
  }
}

it('a fault would be noticed', async () => {
  const seat = await screens['sign in']!(api)
  const field = document.createElement('input')
  seat.find('form')!.append(field)
  const fault = await expectAccessible().then(
    () => undefined,
    (error: Error) => error.message,
  )
  expect(fault).to.contain('label')
})
