// Every word that the widget shows. A language that lacks one does not compile.
import { closestLanguage, type InterfaceLanguage, interfaceLanguages } from '../shared/language.ts'

export interface Messages {
  readonly help: string
  readonly title: string
  readonly close: string
  readonly search: string
  readonly placeholder: string
  readonly clear: string
  readonly back: string
  readonly loading: string
  readonly startHere: string
  readonly results: (count: number) => string
  readonly answers: string
  readonly unsure: string
  readonly didYouMean: (text: string) => string
  readonly noneOfThese: string
  readonly askUs: string
  readonly noAnswer: (text: string) => string
  readonly noAnswerHint: string
  readonly askTitle: string
  readonly askHint: string
  readonly question: string
  readonly email: string
  readonly emailHint: string
  readonly emailWrong: string
  readonly questionMissing: string
  readonly send: string
  readonly sentTitle: string
  readonly sentText: string
  readonly waitingTitle: string
  readonly waitingText: string
  readonly searchAgain: string
  readonly helped: string
  readonly yes: string
  readonly no: string
  readonly glad: string
  readonly sorry: string
  readonly updated: (date: Date) => string
  readonly offline: string
  readonly failed: string
  readonly retry: string
  readonly answerFailed: string
}

const en: Messages = {
  help: 'Help',
  title: 'How can we help?',
  close: 'Close help',
  search: 'Search for help',
  placeholder: 'Ask in your own words',
  clear: 'Clear',
  back: 'Back',
  loading: 'Loading…',
  startHere: 'Good places to start',
  results: (count) => (count === 0 ? 'No results' : count === 1 ? '1 result' : `${count} results`),
  answers: 'Answers',
  unsure: 'Not sure these are what you mean.',
  didYouMean: (text) => `Did you mean “${text}”?`,
  noneOfThese: 'None of these helped? Ask us',
  askUs: 'Ask us a question',
  noAnswer: (text) => `No answer for “${text}” yet`,
  noAnswerHint: 'Leave your question here. The people who write these answers will see it.',
  askTitle: 'Ask us',
  askHint: 'Tell us what you are looking for, in your own words.',
  question: 'Your question',
  email: 'E-mail (optional)',
  emailHint: 'Only to tell you the answer.',
  emailWrong: 'This is not a complete e-mail address.',
  questionMissing: 'Write your question first.',
  send: 'Send question',
  sentTitle: 'Your question is with us',
  sentText: 'Look here again soon: the answer will appear in this search.',
  waitingTitle: 'Your question is kept',
  waitingText: 'There is no connection right now. It will be sent as soon as there is one; you need not do anything.',
  searchAgain: 'Search for something else',
  helped: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  glad: 'Thank you. Good to know.',
  sorry: 'Sorry about that. What were you looking for?',
  updated: (date) => `Updated ${date.toLocaleDateString('en', { dateStyle: 'medium' })}`,
  offline: 'No connection. You can still search, and questions are kept until there is one.',
  failed: 'The answers could not be loaded. You can still leave a question.',
  retry: 'Try again',
  answerFailed: 'This answer could not be loaded.',
}

const zh: Messages = {
  help: '帮助',
  title: '需要什么帮助？',
  close: '关闭帮助',
  search: '搜索帮助',
  placeholder: '用您自己的话提问',
  clear: '清除',
  back: '返回',
  loading: '正在加载…',
  startHere: '可以先看看这些',
  results: (count) => (count === 0 ? '没有结果' : `${count} 个结果`),
  answers: '答案',
  unsure: '这些不一定是您要找的。',
  didYouMean: (text) => `您是不是想问“${text}”？`,
  noneOfThese: '都没有帮助？向我们提问',
  askUs: '向我们提问',
  noAnswer: (text) => `“${text}”还没有答案`,
  noAnswerHint: '请把问题留在这里，编写答案的同事会看到。',
  askTitle: '向我们提问',
  askHint: '请用您自己的话告诉我们您在找什么。',
  question: '您的问题',
  email: '电子邮箱（选填）',
  emailHint: '仅用于告知您答案。',
  emailWrong: '邮箱地址不完整。',
  questionMissing: '请先写下您的问题。',
  send: '提交问题',
  sentTitle: '问题已收到',
  sentText: '请过些时候再来搜索，答案会出现在这里。',
  waitingTitle: '问题已保存',
  waitingText: '现在没有网络连接。恢复连接后会自动发送，您不用做任何事。',
  searchAgain: '搜索其他问题',
  helped: '这个回答有帮助吗？',
  yes: '有',
  no: '没有',
  glad: '谢谢您的反馈。',
  sorry: '很抱歉。您想找的是什么？',
  updated: (date) => `更新于 ${date.toLocaleDateString('zh', { dateStyle: 'long' })}`,
  offline: '没有网络连接。您仍可搜索，问题会保存到恢复连接为止。',
  failed: '答案加载失败。您仍可以留下问题。',
  retry: '重试',
  answerFailed: '这条答案加载失败。',
}

const catalogues: Record<InterfaceLanguage, Messages> = { en, zh }

/** The interface in the closest language that it speaks. */
export function messagesFor(wanted: readonly string[]): Messages {
  return catalogues[interfaceLanguage(wanted)]
}

export function interfaceLanguage(wanted: readonly string[]): InterfaceLanguage {
  return closestLanguage(wanted, interfaceLanguages, 'en')
}
