// What the domain needs of the world. server/storage implements Storage on SQLite and PostgreSQL; main.ts supplies the rest.
import type { EntryState, GapState, Head, Receipt } from '../../shared/contract.ts'
import type { Knowledge } from '../../shared/search.ts'
import type { Agent, Invite, Role, Session } from './agent.ts'
import type { Entry, EntrySummary, LiveEntry, Publication } from './entry.ts'
import type { Gap, Wording } from './gap.ts'
import type { LoggedQuestion, Settlement } from './question.ts'
import type { Site, SiteSearch } from './site.ts'

/** What every verb works with. */
export interface Desk {
  readonly storage: Storage
  /** Now, as ISO 8601 in UTC. */
  readonly clock: () => string
  readonly newId: () => string
}

export interface Storage {
  readonly sites: Sites
  readonly entries: Entries
  readonly questions: Questions
  readonly gaps: Gaps
  readonly agents: Agents
  readonly packs: Packs
  /** All of `work` is kept, or none of it. Inside it, only the storage that it is given may be used. */
  atomically<T>(work: (storage: Storage) => Promise<T>): Promise<T>
  /** Like `atomically`, and one at a time for each `task` across all processes. */
  serially<T>(task: string, work: (storage: Storage) => Promise<T>): Promise<T>
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
}

export interface Sites {
  add(site: Site): Promise<void>
  all(): Promise<readonly Site[]>
  byId(id: string): Promise<Site | undefined>
  byKey(key: string): Promise<Site | undefined>
  allowOrigins(id: string, origins: readonly string[]): Promise<void>
  setSearch(id: string, search: SiteSearch): Promise<void>
  /**
   * Counts a change of the published knowledge, to these entries or to all. Within `serially`, so that numbers are in the
   * order of the commits.
   */
  nextChange(siteId: string, changed: readonly string[] | 'all'): Promise<number>
  /** The number of the newest change; 0 before the first. */
  change(siteId: string): Promise<number>
}

export interface EntryFilter {
  readonly state?: EntryState | undefined
  /** Found in the question, the answer, the phrasings or the tags. */
  readonly text?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface Entries {
  /** Compare and set: keeps `entry` as a new revision if nobody saved since the one it was made from, else refuses. */
  save(entry: Entry): Promise<Entry>
  /** Saves as `save` does, and keeps the HTML with the revision. */
  savePublication(publication: Publication): Promise<Entry>
  byId(id: string): Promise<Entry | undefined>
  bySource(siteId: string, name: string): Promise<ReadonlyMap<string, Entry>>
  /** Newest first. */
  list(
    siteId: string,
    filter: EntryFilter,
  ): Promise<{ readonly entries: readonly EntrySummary[]; readonly cursor: string | null }>
  /** All that visitors of this locale may see, oldest first; of these ids, if some are given. */
  live(siteId: string, locale: string, ids?: readonly string[]): Promise<readonly LiveEntry[]>
  /** Which entries that are or were published in this locale changed after a change, as many as `limit`; or all did. */
  changedSince(siteId: string, locale: string, change: number, limit: number): Promise<readonly string[] | 'all'>
  /** A revision that was published, of an entry that still is; if none is named, the one that visitors see. */
  liveRevision(id: string, revision?: number): Promise<(LiveEntry & { readonly siteId: string }) | undefined>
}

export interface Questions {
  /** Adds those not logged yet: a question sent twice counts once. */
  log(questions: readonly LoggedQuestion[]): Promise<void>
  /** Not grouped yet, in the order received. */
  ungrouped(siteId: string, limit: number): Promise<readonly LoggedQuestion[]>
  sitesWithUngrouped(): Promise<readonly string[]>
  /** Received since then, newest first. */
  since(siteId: string, receivedFrom: string, limit: number): Promise<readonly LoggedQuestion[]>
  settle(question: LoggedQuestion, settlement: Settlement): Promise<void>
  /** Ids of published entries that visitors said had answered them, most often first. */
  helpful(filter: HelpfulFilter): Promise<readonly string[]>
  /** What became of questions of the site, in no order; ids that it does not know are left out. */
  receipts(siteId: string, ids: readonly string[]): Promise<readonly Receipt[]>
}

export interface HelpfulFilter {
  readonly siteId: string
  readonly locale: string
  /** Of questions received since then. */
  readonly receivedFrom: string
  /** Asked on this page alone. */
  readonly page?: string | undefined
  readonly limit: number
}

/** A wording and the gap that it belongs to. */
export interface GapWording {
  readonly gapId: string
  readonly text: string
}

export interface Gaps {
  /** Compare and set, as for entries. */
  save(gap: Gap): Promise<Gap>
  byId(id: string): Promise<Gap | undefined>
  byEntry(entryId: string): Promise<readonly Gap[]>
  /** Most asked first. */
  list(siteId: string, state: GapState): Promise<readonly Gap[]>
  counts(siteId: string): Promise<Readonly<Record<GapState, number>>>
  /** Most asked first. */
  wordings(gapId: string): Promise<readonly Wording[]>
  /** Every wording of every gap of the locale, to find the gap that a new question belongs to. */
  allWordings(siteId: string, locale: string): Promise<readonly GapWording[]>
}

export interface Agents {
  add(agent: Agent): Promise<void>
  count(): Promise<number>
  byEmail(email: string): Promise<Agent | undefined>
  byId(id: string): Promise<Agent | undefined>
  addInvite(invite: Invite): Promise<void>
  /** The invite, once: it is gone afterwards. */
  takeInvite(secretHash: string): Promise<Invite | undefined>
  removeInvites(role: Role): Promise<void>
  addSession(session: Session): Promise<void>
  session(secretHash: string): Promise<Session | undefined>
  touchSession(secretHash: string, seenAt: string): Promise<void>
  removeSession(secretHash: string): Promise<void>
  /** Sessions last used, or begun, before these times. */
  removeSessions(ended: { readonly seenBefore: string; readonly createdBefore: string }): Promise<void>
}

/** A pack, or a delta to one, as it is stored and sent. */
export interface StoredPack extends EncodedPack {
  readonly siteId: string
  readonly locale: string
  /** The newest change of the site that is in it. */
  readonly change: number
  /** Of a delta: the hash of the pack that it changes. */
  readonly base: string | null
}

/** The newest pack or delta, and the pack that it builds on: itself, if it is one. */
export interface PackHead {
  readonly hash: string
  readonly change: number
  readonly base: {
    readonly hash: string
    readonly change: number
    /** Bytes over the wire. */
    readonly size: number
  }
}

export interface Packs {
  /** Keeps a pack; an older one never replaces a newer. */
  store(pack: StoredPack, createdAt: string): Promise<void>
  /** The pack holds all up to a later change too: nothing in it has changed since. */
  advance(siteId: string, locale: string, hash: string, change: number): Promise<void>
  byHash(hash: string): Promise<StoredPack | undefined>
  head(siteId: string, locale: string): Promise<PackHead | undefined>
}

/** Work that takes longer than a request may block for; done in worker threads, given up on after a time limit. */
export interface Workers {
  /** Safe HTML of Markdown. Refuses what can't be rendered in time. */
  render(markdown: string): Promise<string>
  /** The encoded pack of these entries. */
  pack(site: Site, locale: string, entries: readonly LiveEntry[]): Promise<EncodedPack>
  /** What has changed since a pack was built, as a pack of its own. */
  delta(siteId: string, changes: Changes): Promise<EncodedPack>
  /** For each wording: would it find the entry, if the pack had these changes? */
  replay(changes: Changes, entryId: string, wordings: readonly string[]): Promise<readonly boolean[]>
}

/** Entries that were added to, replaced in and taken out of a pack. */
export interface Changes {
  /** The pack, as stored. */
  readonly base: Uint8Array
  readonly entries: readonly LiveEntry[]
  readonly removed: readonly string[]
}

export interface EncodedPack {
  /** Of the site and the content: two packs with one hash are the same pack. */
  readonly hash: string
  readonly brotli: Uint8Array
  readonly gzip: Uint8Array
}

/** The published knowledge as visitors have it. */
export interface LiveKnowledge {
  /** Which pack is the newest, built first if there is none yet. */
  head(site: Site, locale: string): Promise<Head>
  /** The newest pack, ready to be searched. */
  of(site: Site, locale: string): Promise<Knowledge>
  /** The knowledge as it would be if this revision of an entry were live: its delta, named in its head. */
  preview(site: Site, entry: LiveEntry): Promise<{ readonly head: Head; readonly delta: EncodedPack }>
  /** For each wording: would it find the entry, if this revision were live? */
  replay(site: Site, entry: LiveEntry, wordings: readonly string[]): Promise<readonly boolean[]>
  /** The site's packs are out of date: new ones are built in the background. */
  changed(siteId: string): void
}

/** Secrets and passwords. */
export interface Vault {
  newSecret(): string
  /** One-way, for storing secrets that are random already. */
  digest(secret: string): string
  hashPassword(password: string): Promise<string>
  verifyPassword(hash: string, password: string): Promise<boolean>
}
