import { standUp, sitDown } from './desk.ts'
import { FakeApi } from './fake-api.ts'
it('debug', async () => {
  const api = new FakeApi()
  const seat = sitDown({ name: 'sign-in', back: '/console/' })
  await seat.waitFor('wa-input')
  const b = await seat.waitFor<HTMLElement>('wa-button')
  console.log(b.outerHTML, b.shadowRoot!.innerHTML.slice(0, 600))
  console.log(JSON.stringify(seat.text), innerWidth)
  standUp(); api.stop()
})
