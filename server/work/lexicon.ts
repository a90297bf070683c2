// What the search of one pack has to know of its language: the words that only carry a question, and which characters of
// the knowledge are written in two ways. Only what this knowledge needs travels to the browser.
import { createRequire } from 'node:module'
import lunr from 'lunr'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import type { Lexicon, PackSource } from '../../shared/pack.ts'
import { type Stem } from '../../shared/stemmers.ts'
import { normalize } from '../../shared/normalize.ts'
import { type Language, terms } from '../../shared/text.ts'

export const emptyLexicon: Lexicon = { carriers: [], protectedWords: [], synonyms: [], folds: '' }

const require = createRequire(import.meta.url)
const snowball = ['de', 'es', 'fr', 'it', 'nl', 'pt']

/** Words of questions and of courtesy, in the languages that lunr-languages has no list for. */
const carriers: Readonly<Record<string, string>> = {
  en:
    'a able about after all almost also am among an and any anyone are as at be because been but by can cannot cant could ' +
    'couldnt dear did didnt do does doesnt doing dont either else every for from get gets getting got had has hasnt have ' +
    'having he hello help her hers hi him his how however i id if im in into is isnt it its ive just know least let like me ' +
    'might my need neither no nor not of off often on only or other our own please rather said say says she should since so ' +
    'some tell than thank thanks that thats the their them then there theres these they this those tis to too trying twas us ' +
    'want wants was wasnt way we were what whats when where which while who whom whose why will wish with wont would yet you your',
  zh:
    '怎么 怎样 怎么样 怎么办 怎么回事 什么 什么样 如何 请问 请教 为什么 为何 为啥 哪里 哪儿 哪些 哪个 是否 是不是 可以 可不可以 能不能 能否 ' +
    '有没有 没有 多少 一下 想问 我想 我要 我的 我在 我们 你们 你好 您好 他们 这个 那个 这样 那样 需要 是什么 的是 是我 以吗 了吗 的吗 么办 ' +
    '咋 吗 呢 吧 啊 的 了 么 请 我 你 您 会 要 能 就 都 也 还 和 与 或 在 是 有 很 把 被 给 对 让',
  ja: 'です ます でし ました ません する した して します どう どうすれば どこ なに 何 いつ なぜ ください 下さい できる できます こと もの です か の は が を に で と も から まで より',
  ko: '어떻게 무엇 왜 어디 언제 하나요 인가요 있나요 합니다 해요 주세요 그리고 제가 저는',
}

/** The words of a site that its search must know of. */
type SiteWords = Pick<Lexicon, 'synonyms' | 'protectedWords'>

export function lexiconOf(
  locale: string,
  stem: Stem,
  sources: readonly PackSource[],
  words: SiteWords = emptyLexicon,
): Lexicon {
  const folds = foldsOf(locale, sources)
  const language: Language = { stem, fold: new Map() }
  return {
    carriers: [...new Set(terms(carriersOf(locale), language))],
    protectedWords: words.protectedWords,
    synonyms: words.synonyms,
    folds,
  }
}

/** English questions come in every language's knowledge, and English words in Chinese ones. */
function carriersOf(locale: string): string {
  const language = locale.toLowerCase().split('-')[0]!
  const own = snowball.includes(language) ? stopWords(language) : (carriers[language] ?? '')
  return language === 'en' ? own : `${carriers['en']} ${own}`
}

/** lunr-languages keeps its lists to itself, but hands them to this one function of lunr. */
function stopWords(language: string): string {
  let list: readonly string[] = []
  const probe = Object.create(lunr) as Record<string, unknown> & {
    generateStopWordFilter: (words: readonly string[]) => object
    Pipeline: { registerFunction: () => void }
  }
  probe.Pipeline = { registerFunction: () => undefined } // lunr warns when a name is taken
  probe.generateStopWordFilter = (words) => {
    list = words
    return () => undefined
  }
  for (const file of ['stemmer.support', language]) {
    ;(require(`lunr-languages/lunr.${file}.js`) as (engine: unknown) => void)(probe)
  }
  return list.join(' ')
}

/** Pairs of a traditional and a simplified character, for the Han characters of these texts. */
function foldsOf(locale: string, sources: readonly PackSource[]): string {
  if (!/^zh\b/i.test(locale)) return ''
  const used = new Set<string>()
  for (const { question, phrasings, tags, answer } of sources) {
    for (const text of [question, ...phrasings, ...tags, answer])
      for (const character of normalize(text)) used.add(character)
  }
  const folded = new Set([...used].map((character) => simplified.get(character) ?? character))
  let pairs = ''
  for (const [traditional, simple] of simplified) if (folded.has(simple)) pairs += traditional + simple
  return pairs
}

/** OpenCC's characters: traditional → simplified, where each is one of the same length and not the same. */
const simplified: ReadonlyMap<string, string> = new Map(
  traditionalToSimplified.split('|').flatMap((line) => {
    const [traditional = '', simple = ''] = line.split(' ')
    return traditional !== simple && traditional.length === simple.length ? [[traditional, simple] as const] : []
  }),
)
