import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closestLanguage, isLanguageTag } from '../../shared/language.ts'

describe('the closest language', () => {
  test.each([
    [['zh-HK'], ['en', 'zh'], 'zh'],
    [['zh-HK'], ['zh', 'zh-Hant-HK', 'zh-HK'], 'zh-HK'],
    [['zh-Hant-HK'], ['en', 'zh', 'zh-Hant'], 'zh-Hant'],
    [['en-GB'], ['zh', 'en'], 'en'],
    [['EN-gb'], ['zh', 'en-GB'], 'en-GB'],
    [['en'], ['zh', 'en-US'], 'en-US'],
    [['pt'], ['en', 'pt-BR'], 'pt-BR'],
    [['fr', 'zh-TW'], ['en', 'zh'], 'zh'],
    [['fr-CA', 'en'], ['en', 'fr'], 'fr'],
    [['fr'], ['en', 'zh'], 'en'],
    [[], ['zh', 'en'], 'en'],
    [['', '*', '-', 'x'], ['zh', 'en'], 'en'],
    [['e'], ['zh', 'en'], 'en'],
    [['eng'], ['zh', 'en-US'], 'en'],
  ])('to %j of %j is %s', (wanted, available, closest) => {
    expect(closestLanguage(wanted, available, 'en')).toBe(closest)
  })

  test('is always one that there is, or the fallback, and the wanted one where there is that', () => {
    const tag = fc.constantFrom('en', 'en-GB', 'zh', 'zh-Hant', 'zh-Hant-HK', 'zh-HK', 'de', 'fr-CA', 'x', '')
    fc.assert(
      fc.property(fc.array(tag), fc.array(tag), (wanted, available) => {
        const closest = closestLanguage(wanted, available, 'fallback')
        expect([...available, 'fallback']).toContain(closest)
        if (wanted[0] && available.includes(wanted[0])) expect(closest).toBe(wanted[0])
      }),
    )
  })
})

test.each(['en', 'zh-Hans', 'pt-BR', 'zh-Hant-HK', 'de-CH-1996', 'ZH-hk'])('%s is a language tag', (tag) => {
  expect(isLanguageTag(tag)).toBe(true)
})

test.each(['', 'e', 'english language', 'en_US', '-', 'zh-', '中文', 'en,zh'])('%j is none', (tag) => {
  expect(isLanguageTag(tag)).toBe(false)
})
