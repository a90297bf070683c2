// Sizes that the widget and the server agree on. Apart from contract.ts, so that the widget gets them without the schemas.

/** Characters of one asked question. */
export const QUESTION_LENGTH = 500
/** Characters of an e-mail address (RFC 5321). */
export const EMAIL_LENGTH = 254
/** Characters of a page's path. */
export const PAGE_LENGTH = 500
/** Questions in one request. */
export const QUESTION_BATCH = 50
/** Characters of one answer in Markdown. Real help centres have pages of a quarter of a million. */
export const ANSWER_LENGTH = 300_000
export const PHRASINGS = 200
export const TAGS = 30
export const TAG_LENGTH = 100
/** Characters that a visitor adds to a question or to a vote. */
export const FEEDBACK_LENGTH = 2_000
