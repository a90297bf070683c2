import { expect, test } from 'vitest'
import { relatedTo } from '../../shared/related.ts'
import type { Knowledge } from '../../shared/search.ts'
import { packOf, siteKnowledge, sourceOf } from './packs.ts'

const related = (knowledge: Knowledge, question: string, count = 3) =>
  relatedTo(knowledge, { id: question, revision: 1, question }, count).map((entry) => entry.question)

const others = ['Where is my parcel?', 'Do you ship to Iceland?', 'Which ways to pay are there?', 'Brewing oolong']

test('related is what speaks of the same, without the entry itself, though that answers its question best', async () => {
  const knowledge = await siteKnowledge('en', [
    'How do I return a teapot?',
    'Can a teapot be repaired?',
    'Return a cup',
    ...others,
  ])
  expect(related(knowledge, 'How do I return a teapot?').toSorted()).toEqual([
    'Can a teapot be repaired?',
    'Return a cup',
  ])
  expect(related(knowledge, 'How do I return a teapot?', 1)).toHaveLength(1)
  expect(related(knowledge, 'Do you ship to Iceland?')).toEqual([])
})

test('it is found in Chinese as well', async () => {
  const asked = ['绿茶怎么保存？', '乌龙茶怎么保存？', '收到的包裹破损怎么办？', '可以用哪些方式付款？', '有礼品卡吗？']
  expect(related(await siteKnowledge('zh', asked), '绿茶怎么保存？')[0]).toBe('乌龙茶怎么保存？')
})

test('what was published since the pack was built is found, what was taken away is not', async () => {
  const knowledge = await siteKnowledge('en', ['How do I return a teapot?', 'Return a cup', ...others])
  const delta = packOf([sourceOf('Return a kettle')], { removed: ['Return a cup'] })
  expect(related(knowledge.withDelta(delta), 'How do I return a teapot?')).toEqual(['Return a kettle'])
})
