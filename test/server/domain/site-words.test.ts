import { expect, test } from 'vitest'
import { parseSynonyms, parseWords } from '../../../server/domain/site-words.ts'

test('words of a line stand for each other', () => {
  expect(parseSynonyms('sim card, esim')).toEqual([
    { from: 'sim card', to: 'esim' },
    { from: 'esim', to: 'sim card' },
  ])
  expect(parseSynonyms('发票，收据, invoice')).toHaveLength(6)
})

test('an arrow leads one way', () => {
  expect(parseSynonyms('mobile, cell => phone')).toEqual([
    { from: 'mobile', to: 'phone' },
    { from: 'cell', to: 'phone' },
  ])
})

test('comments and empty lines say nothing', () => {
  expect(parseSynonyms('# ours\n\n a , b # both\r\n')).toHaveLength(2)
  expect(parseSynonyms('')).toEqual([])
})

test.each(['alone', 'a =>', '=> b', 'a => b => c', ' , '])('the line "%s" is refused by its number', (line) => {
  expect(() => parseSynonyms(`a, b\n${line}`)).toThrow(/Line 2 of the synonyms/)
})

test('protected words come by line or by comma, each once', () => {
  expect(parseWords('Wise, Revolut\nWise # the bank\n')).toEqual(['Wise', 'Revolut'])
})
