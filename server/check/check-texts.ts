// The words of the page for web admins. A missing one does not compile.
import type { LanguageReason } from '../../shared/language.ts'

export interface CheckTexts {
  readonly other: { readonly language: CheckLanguage; readonly name: string }
  readonly title: string
  readonly lead: string
  readonly key: string
  readonly keyHint: string
  readonly page: string
  readonly pageHint: string
  readonly locale: string
  readonly localeHint: string
  readonly check: string
  readonly result: string
  readonly good: string
  readonly bad: string
  readonly open: string
  readonly note: string
  readonly noSite: string
  readonly noSiteHint: string
  readonly site: (name: string) => string
  readonly noPage: string
  readonly noPageHint: string
  readonly unreadable: string
  readonly unreadableHint: string
  readonly allowed: (origin: string) => string
  readonly allowedHint: string
  readonly refused: (origin: string) => string
  readonly refusedHint: string
  readonly chosen: (wanted: string, got: string) => string
  readonly chosenDefault: (got: string) => string
  readonly why: Readonly<Record<LanguageReason, string>>
  readonly tag: string
  readonly tagHint: string
  readonly policy: string
  readonly policyHint: string
  readonly policyNotes: readonly string[]
  readonly trusted: string
  readonly languages: string
  readonly languagesHint: string
  readonly defaultLanguage: string
  readonly more: string
  readonly copy: string
  readonly copied: string
}

export const checkLanguages = ['en', 'zh'] as const
export type CheckLanguage = (typeof checkLanguages)[number]

const en: CheckTexts = {
  other: { language: 'zh', name: '中文' },
  title: 'Check your embedding',
  lead: 'What your page needs before Askwell appears on it, and what is still missing.',
  key: 'Site key',
  keyHint: 'It stands in the script tag and begins with pk_.',
  page: 'Address of your page',
  pageHint: 'As the browser’s address bar shows it.',
  locale: 'Language of a visitor',
  localeHint: 'A language tag such as en, zh-HK or pt-BR.',
  check: 'Check',
  result: 'Result',
  good: 'Good',
  bad: 'Not yet',
  open: 'To check',
  note: 'Note',
  noSite: 'No site has this key.',
  noSiteHint: 'Compare it with the key that the console shows; part of it may be missing.',
  site: (name) => `The key belongs to “${name}”.`,
  noPage: 'Is your page allowed?',
  noPageHint: 'Enter its address above. Only pages of allowed origins are answered.',
  unreadable: 'That is no address of a page.',
  unreadableHint: 'It should look like https://www.example.com/help.',
  allowed: (origin) => `Pages of ${origin} may use it.`,
  allowedHint: 'Scheme, host and port all count: other subdomains are other origins.',
  refused: (origin) => `Pages of ${origin} may not use it yet.`,
  refusedHint: 'Visitors see nothing there. Whoever runs the server allows the origin with:',
  chosen: (wanted, got) => `A visitor who reads ${wanted} gets ${got}.`,
  chosenDefault: (got) => `Visitors get ${got}.`,
  why: {
    exact: 'The site has exactly this language.',
    script: 'The site’s closest language, written the same way.',
    language: 'The site has this language only in another script, which not everybody reads.',
    default: 'The site has nothing closer: this is its default language.',
  },
  tag: 'Script tag',
  tagHint: 'Anywhere on the page, once. It needs no other code and no inline script.',
  policy: 'Content Security Policy',
  policyHint: 'Only if your page has such a policy: add these sources to its directives.',
  policyNotes: [
    'Styles need nothing: no style-src entry, no unsafe-inline. The widget has no iframe, no eval and no cookie.',
    'If answers show pictures from other hosts, img-src needs those hosts, too.',
    'Policies with nonces: the nonce on the script tag is enough, also for what it loads. Policies of hashes alone need our address in script-src.',
  ],
  trusted: 'With Trusted Types, also:',
  languages: 'Languages',
  languagesHint: 'What this site’s answers are written in.',
  defaultLanguage: 'default',
  more: "On the page itself, askwell('info') in the browser’s console says the same, and what the page’s own policy blocks.",
  copy: 'Copy',
  copied: 'Copied',
}

const zh: CheckTexts = {
  other: { language: 'en', name: 'English' },
  title: '检查嵌入',
  lead: '您的页面要显示 Askwell，需要什么，还缺什么。',
  key: '站点密钥',
  keyHint: '写在脚本标签里，以 pk_ 开头。',
  page: '您的页面地址',
  pageHint: '与浏览器地址栏中显示的一致。',
  locale: '访客的语言',
  localeHint: '语言标签，例如 en、zh-HK 或 pt-BR。',
  check: '检查',
  result: '结果',
  good: '正常',
  bad: '未就绪',
  open: '待检查',
  note: '请留意',
  noSite: '没有站点使用这个密钥。',
  noSiteHint: '请与控制台显示的密钥对照，可能漏了一部分。',
  site: (name) => `密钥属于“${name}”。`,
  noPage: '您的页面是否在允许之列？',
  noPageHint: '请在上方填写页面地址。只有来自允许来源的页面才会得到回应。',
  unreadable: '这不是网页地址。',
  unreadableHint: '地址应类似 https://www.example.com/help。',
  allowed: (origin) => `${origin} 的页面可以使用。`,
  allowedHint: '协议、主机和端口都要一致：其他子域名属于其他来源。',
  refused: (origin) => `${origin} 的页面还不能使用。`,
  refusedHint: '访客在那里什么也看不到。请服务器管理员运行以下命令来允许该来源：',
  chosen: (wanted, got) => `阅读${wanted}的访客会看到${got}。`,
  chosenDefault: (got) => `访客会看到${got}。`,
  why: {
    exact: '站点正好有这种语言。',
    script: '这是站点最接近的语言，文字相同。',
    language: '站点只有这种语言的另一种文字，并非人人都能读。',
    default: '站点没有更接近的语言，这是它的默认语言。',
  },
  tag: '脚本标签',
  tagHint: '放在页面任意位置，一次即可。不需要其他代码，也不需要内联脚本。',
  policy: '内容安全策略（CSP）',
  policyHint: '仅当您的页面设有这种策略时：把以下来源加到相应指令中。',
  policyNotes: [
    '样式无需任何设置：不用改 style-src，也不用 unsafe-inline。小部件没有 iframe、eval 和 Cookie。',
    '如果答案中有来自其他主机的图片，img-src 还需要加上那些主机。',
    '使用 nonce 的策略：只需把 nonce 写在脚本标签上，它加载的模块同样有效。只用哈希的策略还需要在 script-src 中加上我们的地址。',
  ],
  trusted: '如果启用了 Trusted Types，还需要：',
  languages: '语言',
  languagesHint: '本站点答案所用的语言。',
  defaultLanguage: '默认',
  more: "在页面上，浏览器控制台中的 askwell('info') 会给出同样的信息，并说明页面自身的策略阻止了什么。",
  copy: '复制',
  copied: '已复制',
}

export const checkTexts: Readonly<Record<CheckLanguage, CheckTexts>> = { en, zh }
