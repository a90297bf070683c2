// A desk on a real database for tests: a clock that stands until it is told or read, ids that count up, and workers that
// run the tasks of the worker threads in this process.
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { EntryText, QuestionInput } from '../shared/contract.ts'
import { questionSchema } from '../shared/contract.ts'
import { type Entry, newEntry } from '../server/domain/entry.ts'
import { groupQuestions } from '../server/domain/group-questions.ts'
import { logQuestions } from '../server/domain/log-questions.ts'
import type { Desk, Workers } from '../server/domain/ports.ts'
import { Refusal } from '../server/domain/refusal.ts'
import { defaultSearch, type Site } from '../server/domain/site.ts'
import { publishEntry } from '../server/domain/write-entry.ts'
import type { OpenStorage } from '../server/storage/open-storage.ts'
import { type PackWork, packWork } from '../server/work/packs.ts'
import { delta, pack, render, replay } from '../server/work/tasks.ts'
import { type DatabaseName, newStorage } from './databases.ts'

export const START = '2026-03-01T08:00:00.000Z'

export interface TestDesk extends Desk {
  readonly storage: OpenStorage
  readonly workers: Workers
  readonly live: PackWork
  /** Moves the clock on. */
  wait(milliseconds: number): void
}

/** The desk of one process; `name` keeps the ids of several apart. */
export function deskOn(storage: OpenStorage, name = 'desk'): TestDesk {
  let now = Date.parse(START)
  let ids = 0
  const desk = {
    storage,
    clock: () => new Date(now++).toISOString(),
    newId: () => `${name}-${++ids}`,
  }
  const failed = (error: unknown) => {
    throw error
  }
  const live = packWork(desk, workers, { failed })
  onTestFinished(() => live.idle()) // before the database is closed
  return { ...desk, workers, live, wait: (ms) => (now += ms) }
}

export async function newDesk(database: DatabaseName): Promise<TestDesk> {
  return deskOn(await newStorage(database))
}

export const silent = pino({ level: 'silent' })

/** The Workers port without threads. */
export const workers: Workers = {
  render(markdown) {
    const rendered = render({ markdown })
    if ('fault' in rendered) return Promise.reject(new Refusal('invalid', rendered.fault))
    return Promise.resolve(rendered.html)
  },
  pack: ({ id, search }, locale, entries) =>
    pack({ siteId: id, locale, search, pages: [new TextEncoder().encode(JSON.stringify(entries))] }),
  delta: (siteId, changes) => delta({ siteId, ...changes }),
  replay: (changes, entryId, wordings) => replay({ ...changes, entryId, wordings }),
}

export async function newSite({ storage, clock, newId }: Desk, more: Partial<Site> = {}): Promise<Site> {
  const site: Site = {
    ...{ id: newId(), key: 'pk_shop', name: 'Shop', allowedOrigins: ['https://shop.example.com'] },
    ...{ defaultLocale: 'en', locales: ['en', 'zh'], search: defaultSearch, createdAt: clock(), ...more },
  }
  await storage.sites.add(site)
  return site
}

export function textOf(question: string, more: Partial<EntryText> = {}): EntryText {
  return { question, answer: `About: ${question}`, phrasings: [], tags: [], locale: 'en', ...more }
}

/** A draft, saved once. */
export function draftOf(desk: Desk, site: Site, question: string, more: Partial<EntryText> = {}): Promise<Entry> {
  const edit = { at: desk.clock(), by: 'Ada' }
  return desk.storage.entries.save(newEntry(desk.newId(), site.id, textOf(question, more), edit))
}

/** Published, and in the pack when it resolves. */
export async function publishedOf(desk: TestDesk, site: Site, question: string, more: Partial<EntryText> = {}) {
  const { id, revision } = await draftOf(desk, site, question, more)
  const entry = await publishEntry(desk, desk, { id, revision, by: 'Ada' })
  await desk.live.idle()
  return entry
}

let questions = 0

/** The id that a browser would make: version 4, counted. */
export function newQuestionId(): string {
  return `00000000-0000-4000-8000-${String(++questions).padStart(12, '0')}`
}

export function questionOf(text: string, more: Partial<QuestionInput> = {}): QuestionInput {
  return { id: newQuestionId(), text, locale: 'en', outcome: 'no_result', ...more }
}

/** Logs questions as a widget's batch. */
export async function ask(desk: Desk, site: Site, ...asked: readonly (string | QuestionInput)[]): Promise<void> {
  const batch = asked.map((one) => questionSchema.parse(typeof one === 'string' ? questionOf(one) : one))
  await logQuestions(desk, site, batch)
}

/** Groups until nothing waits. */
export async function groupAll(desk: TestDesk, site: Site): Promise<void> {
  while ((await groupQuestions(desk, desk.live, site.id)) > 0);
}
