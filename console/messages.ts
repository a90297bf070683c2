// In which language the console speaks: the agent's choice, else the closest to what the browser asks for.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { closestLanguage, type InterfaceLanguage, interfaceLanguages } from '../shared/language.ts'
import { recall, remember } from './memory.ts'
import { en, type Messages } from './messages.en.ts'
import { zh } from './messages.zh.ts'

export type { Messages }

export const catalogues: Readonly<Record<InterfaceLanguage, Messages>> = { en, zh }

const hosts = new Set<ReactiveControllerHost>()
let language = closestLanguage([recall('language') ?? '', ...navigator.languages], interfaceLanguages, 'en')
document.documentElement.lang = catalogues[language].tag

export function currentLanguage(): InterfaceLanguage {
  return language
}

export function chooseLanguage(chosen: InterfaceLanguage): void {
  language = chosen
  remember('language', chosen)
  document.documentElement.lang = catalogues[chosen].tag
  for (const host of hosts) host.requestUpdate()
}

/** The texts for its host, which is rendered again when the language changes. */
export class MessagesController implements ReactiveController {
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get texts(): Messages {
    return catalogues[language]
  }

  hostConnected(): void {
    hosts.add(this.#host)
  }

  hostDisconnected(): void {
    hosts.delete(this.#host)
  }
}
