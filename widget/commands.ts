// What `askwell('…')` can do, the same before and after the widget is there. Says no with a sentence that a developer can use.

export type View = 'search' | 'ask' | 'my-questions'

/** What commands need of the widget: AskwellWidget has it. */
export interface CommandTarget extends HTMLElement {
  show(view?: View): unknown
  hide(): unknown
  toggle(): unknown
  search(text?: string): unknown
  showArticle(id: string): unknown
  ask(text?: string): unknown
  suggest(ids?: readonly string[]): unknown
  identify(proof: never): unknown
  logout(): unknown
  setContext(context: Readonly<Record<string, unknown>>): unknown
  pageChanged(url?: string): unknown
  info(): unknown
}

type Listener = (event: Event) => void
type Command = (widget: CommandTarget, ...args: never[]) => unknown

/** Properties of the element that `set` may write. */
const SETTABLE = new Set(
  'locale mode display position colorScheme storage token tokenUrl page contact quiet labels renderResult transformQuery redact'.split(
    ' ',
  ),
)
/** Settings that are custom properties of the style. */
const STYLES = new Set(['accent', 'offsetX', 'offsetY', 'zIndex'])

const commands: Readonly<Record<string, Command>> = {
  open: (widget, at?: View | 'article' | { readonly view?: View | 'article'; readonly id?: string }) => {
    const { view, id } = typeof at === 'object' ? at : { view: at, id: undefined }
    if (view !== 'article') return widget.show(view)
    if (!id) throw new TypeError("askwell('open', { view: 'article' }) needs an id, too.")
    return widget.showArticle(id)
  },
  close: (widget) => widget.hide(),
  toggle: (widget) => widget.toggle(),
  search: (widget, text?: string) => widget.search(text),
  article: (widget, id: string) => widget.showArticle(id),
  ask: (widget, question: string | { readonly text?: string } = '') =>
    widget.ask(typeof question === 'string' ? question : question.text),
  suggest: (widget, ids?: readonly string[]) => widget.suggest(ids),
  identify: (widget, proof: never) => widget.identify(proof),
  logout: (widget) => widget.logout(),
  context: (widget, context: Readonly<Record<string, unknown>>) => widget.setContext(context),
  page: (widget, url?: string) => widget.pageChanged(url),
  set: (widget, settings: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(settings)) setOne(widget, name, value)
  },
  on: (widget, name: string, listener: Listener) => listen(widget, name, listener),
  once: (widget, name: string, listener: Listener) => listen(widget, name, listener, { once: true }),
  off: (widget, name: string, listener: Listener) => widget.removeEventListener(eventName(name), listener),
  info: (widget) => widget.info(),
  destroy: (widget) => widget.remove(),
}

/**
 * Does one command. Rejects, with what may be called, for one that does not exist.
 * Resolves with what the command is asked for: `info`, or for `on` and `once` the function that ends the listening.
 */
export async function runCommand(
  widget: CommandTarget,
  command: unknown,
  ...args: readonly unknown[]
): Promise<unknown> {
  const known = typeof command === 'string' && Object.hasOwn(commands, command)
  if (!known)
    throw new TypeError(`There is no askwell('${String(command)}'). There are: ${Object.keys(commands).join(', ')}.`)
  return await commands[command]!(widget, ...(args as never[]))
}

function setOne(widget: CommandTarget, name: string, value: unknown): void {
  if (name === 'theme') return setTheme(widget, value as string | Readonly<Record<string, string>>)
  if (STYLES.has(name)) return setStyle(widget, name, value)
  if (!SETTABLE.has(name)) {
    throw new TypeError(`askwell('set') knows no "${name}". It knows: ${[...SETTABLE, ...STYLES, 'theme'].join(', ')}.`)
  }
  Object.assign(widget, { [name]: value })
}

/** `light`, `dark` or `auto`, or custom properties without their `--askwell-`. */
function setTheme(widget: CommandTarget, theme: string | Readonly<Record<string, string>>): void {
  if (typeof theme === 'string') return void Object.assign(widget, { colorScheme: theme })
  for (const [name, value] of Object.entries(theme)) setStyle(widget, name, value)
}

function setStyle(widget: CommandTarget, name: string, value: unknown): void {
  widget.style.setProperty(`--askwell-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`, String(value))
}

function listen(
  widget: CommandTarget,
  name: string,
  listener: Listener,
  options?: AddEventListenerOptions,
): () => void {
  if (typeof listener !== 'function') throw new TypeError(`askwell('on', '${name}', …) needs a function.`)
  widget.addEventListener(eventName(name), listener, options)
  return () => widget.removeEventListener(eventName(name), listener)
}

/** `no-answer` and `askwell-no-answer` are the same. */
function eventName(name: string): string {
  return name.startsWith('askwell-') ? name : `askwell-${name}`
}
