// The words of the page for visitors. A missing one does not compile.

export interface HelpTexts {
  readonly title: string
  readonly search: string
  readonly find: string
  readonly first: string
  readonly found: (words: string) => string
  readonly unsure: (words: string) => string
  readonly nothing: (words: string) => string
  readonly nothingHint: string
  readonly suggestion: string
  readonly empty: string
  readonly all: string
  readonly updated: string
  readonly noEntry: string
  readonly noSite: string
  readonly noSiteHint: string
}

export const helpLanguages = ['en', 'zh'] as const
export type HelpLanguage = (typeof helpLanguages)[number]

const en: HelpTexts = {
  title: 'Help',
  search: 'Search for help',
  find: 'Search',
  first: 'Often read',
  found: (words) => `Answers for “${words}”`,
  unsure: (words) => `Not sure that these answer “${words}”`,
  nothing: (words) => `Nothing found for “${words}”`,
  nothingHint: 'Try other words, or fewer of them.',
  suggestion: 'Did you mean:',
  empty: 'There are no answers here yet.',
  all: 'All help',
  updated: 'Updated',
  noEntry: 'This answer is not here any more.',
  noSite: 'This help page does not exist.',
  noSiteHint: 'Part of its address may be missing. Go back to the page that you came from.',
}

const zh: HelpTexts = {
  title: '帮助',
  search: '搜索帮助',
  find: '搜索',
  first: '常看的问题',
  found: (words) => `“${words}”的答案`,
  unsure: (words) => `以下内容不一定能回答“${words}”`,
  nothing: (words) => `没有找到“${words}”`,
  nothingHint: '请换个说法，或少用几个词。',
  suggestion: '您是不是要找：',
  empty: '这里还没有答案。',
  all: '全部帮助',
  updated: '更新于',
  noEntry: '这个答案已不在这里。',
  noSite: '没有这个帮助页面。',
  noSiteHint: '地址可能不完整。请返回您来时的页面。',
}

export const helpTexts: Readonly<Record<HelpLanguage, HelpTexts>> = { en, zh }
