// What travels over HTTP: the schemas, and the types inferred from them. The widget and the console import types only.
import { z } from 'zod'
import { isLanguageTag, languageReasons } from './language.ts'
import {
  ANSWER_LENGTH,
  EMAIL_LENGTH,
  FEEDBACK_LENGTH,
  PAGE_LENGTH,
  PHRASINGS,
  QUESTION_BATCH,
  QUESTION_LENGTH,
  TAG_LENGTH,
  TAGS,
} from './limits.ts'

/** RFC 9457, `application/problem+json`: what every error answer looks like. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** A sentence that the reader can act on. */
  readonly detail: string
  /** The request's id, as in the log. */
  readonly instance: string
  /** For 422: where in the request each fault is (JSON pointer) and what it is. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/**
 * What became of a question. `answered`: the visitor said so. `no_result`, `weak_result`: the search had nothing, or
 * nothing sure. `bad_answer`: the opened entry did not help. `asked`: left in the form.
 */
export const outcomes = ['answered', 'no_result', 'weak_result', 'bad_answer', 'asked'] as const
export type Outcome = (typeof outcomes)[number]

/** Why an opened entry did not help, in the visitor's view. */
export const feedbackReasons = ['missing', 'wrong', 'unclear', 'broken', 'other'] as const
export type FeedbackReason = (typeof feedbackReasons)[number]

/** NUL is refused by PostgreSQL, and a lone surrogate is no text: both are cleaned before anything else looks at them. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').trim()
}

const text = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))
const filledText = (most: number) => text(most).pipe(z.string().min(1, 'Must not be empty.'))
const languageTag = z.string().max(35).refine(isLanguageTag, 'Must be a language tag such as "en" or "zh-Hans".')
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, 'Must be an id: letters, digits, "-" and "_".')

/** `GET /v1/sites/:key/head?locale=`: which pack is the published knowledge right now. */
export const headSchema = z.object({
  site: z.string(),
  /** The locale of the site that is closest to the one asked for. */
  locale: z.string(),
  /** Why that locale. Absent in a preview, where nothing is chosen. */
  why: z.enum(languageReasons).optional(),
  /** Hash of the pack, its address at `/v1/packs/:hash`. */
  pack: z.string(),
  /** Hash of what has changed since the pack was built, at the same address; null if nothing has. */
  delta: z.string().nullable(),
  /** Where to search: a pack above the site's limit stays on the server (`GET /v1/sites/:key/search`). */
  search: z.enum(['browser', 'server']),
})
export type Head = z.infer<typeof headSchema>

/** An entry by its name, as a row shows it. */
const entryRef = z.object({ id: z.string(), revision: z.int(), question: z.string() })
export type EntryRef = z.infer<typeof entryRef>

const mark = z.tuple([z.int(), z.int()]).readonly()

/** `GET /v1/sites/:key/search?q=&locale=&limit=&typing=`: the ranking of the widget, for those who don't load a pack. */
export const searchQuerySchema = z.object({
  /** What is asked. Empty: the first entries, for a page that begins with some. */
  q: text(QUESTION_LENGTH).default(''),
  locale: z.string().max(35).optional(),
  /** How many hits at most. */
  limit: z.coerce.number().int().min(1).max(50).default(6),
  /** `1`: the last word may be unfinished. */
  typing: z.enum(['0', '1']).default('0'),
})
export const searchAnswerSchema = z.object({
  /** The locale of the site that is closest to the one asked for. */
  locale: z.string(),
  /** `answered`: the first hit is an answer; `weak`: perhaps; `none`: nothing for these words, or no words were asked. */
  confidence: z.enum(['answered', 'weak', 'none']),
  /** How likely the first hit is to answer, 0 to 1. */
  certainty: z.number(),
  /** The question with misspelled words put right, where that finds an answer more surely. */
  suggestion: z.string().nullable(),
  hits: z.array(
    z.object({
      entry: entryRef,
      score: z.number(),
      coverage: z.number(),
      /** Places of the question's title that matched: start and end in UTF-16 code units. */
      marks: z.array(mark).readonly(),
      /** The sentence of the answer that speaks most of what was asked, with its own marks. */
      passage: z.object({ text: z.string(), marks: z.array(mark).readonly() }),
    }),
  ),
})
export type SearchAnswer = z.infer<typeof searchAnswerSchema>

/** `GET /v1/entries/:id/:revision`: a published answer, sanitised. */
export const publishedEntrySchema = z.object({
  id: z.string(),
  revision: z.int(),
  locale: z.string(),
  question: z.string(),
  html: z.string(),
  publishedAt: z.string(),
})
export type PublishedEntry = z.infer<typeof publishedEntrySchema>

/** `GET /v1/sites/:key/entries/:id`: the published answer of an entry whose revision one does not know. */
export const siteEntrySchema = publishedEntrySchema.extend({
  /** What its own question finds besides, at most 3. */
  related: z.array(entryRef).readonly(),
})
export type SiteEntry = z.infer<typeof siteEntrySchema>

/** `GET /v1/sites/:key/home?locale=&page=`: ids of published entries to begin with, at most 5 each, in neither list twice. */
export const homeQuerySchema = z.object({
  locale: z.string().max(35).optional(),
  /** Path of the page. */
  page: text(PAGE_LENGTH).default(''),
})
export const homeSchema = z.object({
  /** What helped visitors of this page, most often first. */
  forPage: z.array(z.string()).readonly(),
  /** What helped visitors of the whole site, without those. */
  popular: z.array(z.string()).readonly(),
})
export type Home = z.infer<typeof homeSchema>

/** `GET /v1/sites/:key/questions?ids=`: an id is made in the browser and is a receipt: who knows it may ask what became of it. */
export const receiptQuerySchema = z.object({
  /** Separated by commas. */
  ids: z
    .string()
    .transform((ids) => [...new Set(ids.split(','))])
    .pipe(z.array(z.uuid()).max(QUESTION_BATCH)),
})
export const receiptSchema = z.discriminatedUnion('state', [
  z.object({ id: z.string(), state: z.literal('waiting'), entry: z.null() }),
  z.object({ id: z.string(), state: z.literal('answered'), entry: entryRef }),
])
export type Receipt = z.infer<typeof receiptSchema>
/** In the order asked; ids that the site does not know are left out. */
export const receiptsSchema = z.object({ questions: z.array(receiptSchema).readonly() })
export type Receipts = z.infer<typeof receiptsSchema>

/** `GET /v1/sites/:key/check?locale=`, of a page that is allowed; others get a problem, which any page may read. */
export const siteCheckSchema = z.object({
  /** Name of the site. */
  site: z.string(),
  /** Version of the server. */
  version: z.string(),
  /** Origin of the page that asked; null if it was no page of another origin. */
  origin: z.string().nullable(),
  locales: z.array(z.string()).readonly(),
  /** The locale of the site that is closest to the one asked for, and why it is. */
  locale: z.string(),
  why: z.enum(languageReasons),
})
export type SiteCheck = z.infer<typeof siteCheckSchema>

/** One logged ask. `id` is made in the browser and is the idempotency key: sent twice, counted once. */
export const questionSchema = z.object({
  id: z.uuid(),
  text: filledText(QUESTION_LENGTH),
  locale: languageTag,
  outcome: z.enum(outcomes),
  /** Milliseconds between asking and sending, by the browser's own clock: a wrong clock can't falsify the time of asking. */
  age: z
    .number()
    .min(0)
    .max(366 * 86_400_000)
    .default(0),
  /** Path of the page, without query. */
  page: text(PAGE_LENGTH).default(''),
  /** Where the visitor wants to be told; absent: nowhere. */
  email: z.email().max(EMAIL_LENGTH).optional(),
  /** The entry that did or did not help. */
  entryId: id.optional(),
  /** What was the matter with it. */
  reason: z.enum(feedbackReasons).optional(),
  /** What the visitor adds, in more words. */
  detail: text(FEEDBACK_LENGTH).default(''),
  /** Entries that were shown for this question and did not answer it. */
  seen: z.array(id).max(20).default([]),
})
export type Question = z.infer<typeof questionSchema>
/** A question as the sender writes it: what has a default may be left out. */
export type QuestionInput = z.input<typeof questionSchema>

/** `POST /v1/questions?site=KEY`. */
export const questionBatchSchema = z.object({
  questions: z.array(questionSchema).min(1).max(QUESTION_BATCH),
  /** Signed proof of who the visitor is, as the page gives it. Accepted; nothing is believed of it yet. */
  identity: z.string().max(4096).optional(),
})
export type QuestionBatch = z.input<typeof questionBatchSchema>

/** What an agent writes of an entry. */
export const entryTextSchema = z.object({
  question: filledText(QUESTION_LENGTH),
  answer: text(ANSWER_LENGTH),
  phrasings: z.array(filledText(QUESTION_LENGTH)).max(PHRASINGS),
  tags: z.array(filledText(TAG_LENGTH)).max(TAGS),
  locale: languageTag,
})
export type EntryText = z.infer<typeof entryTextSchema>

/** Changes name the revision they were made on, so that nobody's work is overwritten unseen. */
export const onRevisionSchema = z.object({ revision: z.int().min(0) })
export const entrySaveSchema = entryTextSchema.extend(onRevisionSchema.shape)

export const dismissReasons = ['not_for_us', 'spam', 'product_problem', 'already_answered', 'other'] as const
export type DismissReason = (typeof dismissReasons)[number]
export const dismissSchema = onRevisionSchema.extend({ reason: z.enum(dismissReasons) })

export const entryStates = ['draft', 'published', 'archived'] as const
export type EntryState = (typeof entryStates)[number]
export const gapStates = ['open', 'in_progress', 'answered', 'dismissed'] as const
export type GapState = (typeof gapStates)[number]

export const entryQuerySchema = z.object({
  text: text(200).optional(),
  state: z.enum(entryStates).optional(),
  /** From the previous answer, to go on where it ended. */
  cursor: z.string().max(200).optional(),
})
export const gapQuerySchema = z.object({ state: z.enum(gapStates).default('open') })

/** At least 12 characters (NIST SP 800-63B asks for 8 and no composition rules); the top bounds the cost of hashing. */
const password = z.string().min(12, 'Use at least 12 characters.').max(256)
export const acceptInviteSchema = z.object({
  invite: z.string().min(1).max(100),
  name: filledText(80),
  email: z.email().max(EMAIL_LENGTH),
  password,
})
export const signInSchema = z.object({ email: text(EMAIL_LENGTH), password: z.string().max(256) })
