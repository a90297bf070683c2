import { expect } from 'chai'
import { holdFocus } from '../../console/parts/hold-focus.ts'
import { waitFor } from '../wait-for.ts'

afterEach(() => document.body.replaceChildren())

it('a page in a frame can’t take the cursor from who is typing, until it may', async () => {
  const field = document.createElement('input')
  const frame = document.createElement('iframe')
  document.body.append(field, frame)
  field.focus()
  const release = holdFocus(frame)
  const inside = frame.contentDocument!.createElement('input')
  frame.contentDocument!.body.append(inside)

  inside.focus()
  await waitFor('the cursor to be back', () => document.activeElement === field)

  release()
  inside.focus()
  await new Promise(requestAnimationFrame)
  expect(document.activeElement).to.equal(frame)
})

it('with nobody typing, the page keeps the keys', async () => {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const release = holdFocus(frame)
  frame.contentWindow!.focus()
  frame.focus()
  await waitFor('the page to have the focus', () => document.activeElement === document.body)
  release()
})
