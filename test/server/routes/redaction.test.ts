// What any client sends, the database never holds personal data that can be told by its form.
import { expect, test } from 'vitest'
import { questionOf } from '../../desk.ts'
import { newServer, PAGE, questionsFrom } from '../../http.ts'

const ASK = '/v1/questions?site=pk_shop'

test('personal data of a client that takes none out is not written', async () => {
  const { fetch, desk, site } = await newServer('SQLite')
  const text = 'My card 4111 1111 1111 1111 was charged twice, mail ann@example.com or call +44 20 7946 0958'
  const page = '/reset/9f86d081884c7d659a2feaa0c55ad015?token=secret#here'
  const response = await fetch(ASK, questionsFrom(PAGE, [questionOf(text, { page })]))
  const [question] = await desk.storage.questions.ungrouped(site.id, 9)
  expect(response.status).toBe(202)
  expect(question).toMatchObject({
    text: 'My card [card] was charged twice, mail [email] or call [phone]',
    page: '/reset/[token]',
  })
})

test('an order number and the address for the reply are kept as they are', async () => {
  const { fetch, desk, site } = await newServer('SQLite')
  const asked = questionOf('Where is order 2026067747086473?', { email: 'ann@example.com', page: '/orders' })
  await fetch(ASK, questionsFrom(PAGE, [asked]))
  const [question] = await desk.storage.questions.ungrouped(site.id, 9)
  expect(question).toMatchObject({ text: asked.text, email: 'ann@example.com', page: '/orders' })
})
