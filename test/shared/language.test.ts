import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLanguage, closestLanguage, isLanguageTag } from '../../shared/language.ts'

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
    [['enm'], ['zh', 'en-US'], 'en'],
    [['fil'], ['fi'], 'en'],
    // written the same way goes before the same region
    [['zh-HK'], ['zh-Hans-HK', 'zh-TW', 'zh'], 'zh-TW'],
    [['zh-HK'], ['zh', 'zh-TW', 'zh-Hant', 'zh-Hant-TW'], 'zh-Hant'],
    [['zh-MO'], ['zh', 'zh-TW', 'zh-Hant-MO', 'zh-Hant'], 'zh-Hant-MO'],
    [['zh-Hant-HK'], ['zh-Hant', 'zh-HK'], 'zh-HK'],
    [['zh-TW'], ['en', 'zh-CN'], 'zh-CN'],
    [['zh-TW'], ['zh-Hans', 'zh'], 'zh'],
    [['zh-CN'], ['zh-Hant', 'zh', 'zh-Hans'], 'zh-Hans'],
    [['zh-SG'], ['zh-TW', 'zh-CN', 'zh'], 'zh'],
    [['zh-SG'], ['zh-TW', 'zh-CN'], 'zh-CN'],
    [['zh-Hans'], ['zh-TW', 'zh'], 'zh'],
    [['zh'], ['zh-Hant', 'zh-CN'], 'zh-CN'],
    [['sr-Latn'], ['sr', 'sr-Latn-RS'], 'sr-Latn-RS'],
    // without one of the same region, the one that is meant for all, then the usual one
    [['en-GB'], ['en-US', 'en'], 'en'],
    [['de-CH-1996'], ['de', 'de-CH'], 'de-CH'],
    [['pt'], ['pt-PT', 'pt-BR'], 'pt-BR'],
    // as pages and systems write it
    [['zh_TW'], ['zh', 'zh-Hant'], 'zh-Hant'],
    [['en-US@posix', 'zh'], ['zh', 'en'], 'en'],
    [['zh-cmn-Hans'], ['en', 'zh'], 'zh'],
    [['eng'], ['zh', 'en-US'], 'en-US'],
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

describe('a language is chosen because it is', () => {
  test.each([
    ['zh-Hant', 'zh-hant', 'exact'],
    ['zh-HK', 'zh-Hant', 'script'],
    ['zh-CN', 'zh', 'script'],
    ['en-GB', 'en', 'script'],
    ['zh-HK', 'zh', 'language'],
    ['zh-Hans', 'zh-TW', 'language'],
    ['sr', 'sr-Latn', 'language'],
    ['fr', 'zh', 'default'],
    ['', 'zh', 'default'],
  ])('%s, of %s: %s', (wanted, language, why) => {
    expect(chooseLanguage([wanted], ['ja', language], language)).toEqual({ language, why })
  })

  test('the first wanted that there is, however close', () => {
    expect(chooseLanguage(['fr', 'zh-HK', 'en'], ['en', 'zh'], 'en')).toEqual({ language: 'zh', why: 'language' })
  })
})

test.each(['en', 'zh-Hans', 'pt-BR', 'zh-Hant-HK', 'de-CH-1996', 'ZH-hk'])('%s is a language tag', (tag) => {
  expect(isLanguageTag(tag)).toBe(true)
})

test.each(['', 'e', 'english language', 'en_US', '-', 'zh-', '中文', 'en,zh'])('%j is none', (tag) => {
  expect(isLanguageTag(tag)).toBe(false)
})
