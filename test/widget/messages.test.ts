// The widget's words in every language: all there, by the language's own grammar, one small file each.
import { resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, test } from 'vitest'
import {
  type Catalogues,
  direction,
  languageName,
  loadMessages,
  type Messages,
  widgetLanguages,
  type WidgetLanguage,
  withLabels,
} from '../../widget/messages.ts'

/** Brotli, one language. */
const LANGUAGE = 1_638
const march = new Date(2025, 2, 12)
const others = widgetLanguages.filter((language) => language !== 'en')
const load = async (wanted: string) => (await loadMessages([wanted])).messages

/** What is the same word in both, rightly. */
const sameAsEnglish: Partial<Record<WidgetLanguage, readonly string[]>> = { es: ['no'] }

/** Everything that the messages can say, by key; functions once for each of some numbers, or for a word. */
function sayings(messages: Messages): ReadonlyMap<string, string> {
  const counts = ['newAnswers', 'results', 'busy', 'queued', 'dropped']
  const said = Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[key, value]]
    if (typeof value === 'object') return Object.entries(value as Record<string, string>)
    const say = value as (from: unknown) => string
    if (counts.includes(key)) return [0, 1, 2, 3, 11, 100].map((count) => [`${key} ${count}`, say(count)])
    return [[key, say(key === 'updated' || key === 'verified' ? march : 'TEXT 1?')]]
  })
  return new Map(said)
}

describe.each(widgetLanguages)('in %s', (language) => {
  test('nothing is missing, blank or unfinished', async () => {
    const said = sayings(await load(language))
    expect([...said.keys()].sort()).toEqual([...sayings(await load('en')).keys()].sort())
    for (const [key, text] of said) expect(text, key).toMatch(/^\S(.*\S)?$/)
    for (const [key, text] of said) expect(text, key).not.toMatch(/#|undefined|null|NaN|\[object/)
  })

  test('what a person wrote stands unchanged where it is quoted', async () => {
    const { youAsked, didYouMean, noAnswer, sentNextMail, reference, inLanguage } = await load(language)
    for (const say of [youAsked, didYouMean, noAnswer, sentNextMail, reference, inLanguage]) {
      expect(say('a $& #1 <b>?')).toContain('a $& #1 <b>?')
    }
  })

  test('the note after asking names the heading under which the answer will stand', async () => {
    const { sentNext, yourQuestions } = await load(language)
    expect(sentNext).toContain(yourQuestions)
  })

  test('buttons and chips are short enough for a narrow phone', async () => {
    const t = await load(language)
    const buttons = [t.askUs, t.send, t.searchAgain, t.retry, t.sendFeedback, t.skip, t.copyLink, t.copied]
    const chips = [t.yes, t.no, t.readAnswer, t.mailInstead, t.contact, t.close, t.placeholder]
    const statuses = [t.statusWaiting, t.statusAnswered, t.statusSending]
    for (const text of [...buttons, ...chips, ...statuses, ...Object.values(t.reasons)]) {
      expect(columns(text), text).toBeLessThanOrEqual(26)
    }
  })
})

test.each(others)('nothing is left in English in %s', async (language) => {
  const english = sayings(await load('en'))
  const same = [...sayings(await load(language))].filter(([key, text]) => english.get(key) === text).map(([key]) => key)
  expect(same).toEqual(sameAsEnglish[language] ?? [])
})

test('simplified and traditional Chinese keep to their own characters', async () => {
  const hans = [...sayings(await load('zh-Hans')).values()].join('')
  const hant = [...sayings(await load('zh-Hant')).values()].join('')
  expect(hans).not.toMatch(/[們個題嗎說請沒語關開聯絡復習後時間點還這裡]/)
  expect(hant).not.toMatch(/[们个题吗说请没语关开联络复习后时间点还这里]/)
})

describe('numbers', () => {
  test.each([
    ['en', ['No results', '1 result', '2 results', '3 results', '11 results', '100 results']],
    ['de', ['Keine Ergebnisse', '1 Ergebnis', '2 Ergebnisse', '3 Ergebnisse', '11 Ergebnisse', '100 Ergebnisse']],
    ['fr', ['Aucun résultat', '1 résultat', '2 résultats', '3 résultats', '11 résultats', '100 résultats']],
    ['ar', ['لا توجد نتائج', 'نتيجة واحدة', 'نتيجتان', '3 نتائج', '11 نتيجة', '100 نتيجة']],
    ['ja', ['見つかりませんでした', ...[1, 2, 3, 11, 100].map((count) => `検索結果 ${count} 件`)]],
  ])('take the forms of %s', async (language, forms) => {
    const { results } = await load(language)
    expect([0, 1, 2, 3, 11, 100].map(results)).toEqual(forms)
  })

  test('have a form of their own in Arabic for two, for a few, and from eleven on', async () => {
    const { queued } = await load('ar')
    expect([1, 2, 3, 11, 100].map((count) => queued(count).replace(' بانتظار الإرسال.', ''))).toEqual([
      'سؤال واحد',
      'سؤالان',
      '3 أسئلة',
      '11 سؤالًا',
      '100 سؤال',
    ])
  })

  test('are singular for none in French, plural in English and German', async () => {
    expect((await load('fr')).queued(0)).toBe('0 question en attente d’envoi.')
    expect((await load('en')).queued(0)).toBe('0 questions wait to be sent.')
    expect((await load('de')).queued(0)).toBe('0 Fragen werden noch gesendet.')
  })

  test('and dates are written as in the region that was wanted', async () => {
    expect((await load('en-GB')).updated(march)).toBe('Updated 12 March 2025')
    expect((await load('en-US')).updated(march)).toBe('Updated March 12, 2025')
    expect((await load('de-AT')).results(1_000)).toMatch(/^1\s000 Ergebnisse$/)
    expect((await load('ar-EG')).results(3)).toBe('٣ نتائج')
    expect((await load('zh-HK')).updated(march)).toBe('更新於 2025年3月12日')
  })

  test('a date that is none is said, not thrown', async () => {
    expect((await load('en')).updated(new Date('soon'))).toBe('Updated Invalid Date')
  })
})

describe('the language', () => {
  test.each<[readonly string[], WidgetLanguage]>([
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-MO'], 'zh-Hant'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['ZH-hant'], 'zh-Hant'],
    [['zh_TW'], 'zh-Hant'],
    [['pt-BR'], 'pt'],
    [['pt-PT'], 'pt'],
    [['ar-EG'], 'ar'],
    [['ja-JP-u-ca-japanese'], 'ja'],
    [['xx'], 'en'],
    [['xx', 'ko'], 'ko'],
    [['not a tag'], 'en'],
    [['', '-', '*', '12345'], 'en'],
    [['not a tag', 'fr-CA'], 'fr'],
    [[], 'en'],
  ])('wanted as %j is %s', async (wanted, language) => {
    expect((await loadMessages(wanted)).language).toBe(language)
  })

  test('of right to left is told', async () => {
    expect((await loadMessages(['ar'])).direction).toBe('rtl')
    expect((await loadMessages(['de'])).direction).toBe('ltr')
  })
})

describe('when a language cannot be fetched', () => {
  const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  const en = () => import('../../widget/messages/en.ts')
  const none = Object.fromEntries(widgetLanguages.map((language) => [language, gone])) as unknown as Catalogues

  test('English is there in its place, from left to right', async () => {
    const { language, direction: way, messages } = await loadMessages(['ar-EG'], { ...none, en })
    expect([language, way, messages.results(3)]).toEqual(['en', 'ltr', '3 results'])
  })

  test('and English cannot either, it is told', async () => {
    await expect(loadMessages(['fr'], none)).rejects.toThrow('Failed to fetch')
    await expect(loadMessages(['en'], none)).rejects.toThrow('Failed to fetch')
  })
})

describe("a site's own words", () => {
  test('stand in place of ours', async () => {
    const en = await load('en')
    const labelled = withLabels(en, { title: 'Hello!', askUs: 'Write to Ann' })
    expect([labelled.title, labelled.askUs, labelled.help]).toEqual(['Hello!', 'Write to Ann', 'Help'])
    expect(en.title).toBe('How can we help?')
  })

  test('change nothing where they are blank, not text, or for words that we do not have', async () => {
    const en = await load('en')
    const odd = { title: ' ', help: 7, results: 'many', reasons: 'none', toString: 'x', unheardOf: 'x' }
    expect(withLabels(en, JSON.parse(JSON.stringify(odd)) as object)).toEqual(en)
    expect(withLabels(en, JSON.parse('{"__proto__":{"help":"x"}}') as object)).toEqual(en)
  })
})

test('languages are named in the language of the reader', () => {
  expect(languageName('de', 'fr')).toBe('allemand')
  expect(languageName('zh-Hant', 'en')).toBe('Traditional Chinese')
  expect(languageName('en', 'ar')).toBe('الإنجليزية')
  expect(languageName('qq', 'en')).toBe('qq')
  expect(languageName('not a tag', 'en')).toBe('not a tag')
})

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['dv', 'rtl'],
  ['az', 'ltr'],
  ['en', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['not a tag', 'ltr'],
  ['', 'ltr'],
])('%s is written %s', (tag, way) => {
  expect(direction(tag)).toBe(way)
})

test(`each language is a file of its own that needs no other, of at most ${LANGUAGE} bytes`, async () => {
  const files = await builtFiles()
  const languages = files.filter(({ isDynamicEntry }) => isDynamicEntry)
  expect(languages.map(({ name }) => name).sort()).toEqual([...widgetLanguages].sort())
  for (const { name, code, imports } of languages) {
    expect(imports, name).toEqual([])
    expect(brotliCompressSync(code).length, name).toBeLessThanOrEqual(LANGUAGE)
  }
})

/** What the build makes of the words, as it does for the widget. */
async function builtFiles() {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, '../../widget/messages.ts'),
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The words were not built.')
  return output.output.filter((file) => file.type === 'chunk')
}

/** Room that a text takes, in Latin letters. */
function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)
}
