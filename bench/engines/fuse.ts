// Fuse: every question against every text, however long; titles weigh more.
import Fuse from 'fuse.js'
import { type Engine, MOST } from '../engine.ts'
import { documentOf } from './document.ts'

export const engine: Engine = {
  name: 'fuse',
  slow: true,
  build(_locale, entries) {
    const index = new Fuse(entries.map(documentOf), {
      keys: [
        { name: 'question', weight: 5 },
        { name: 'phrasings', weight: 5 },
        { name: 'tags', weight: 1 },
        { name: 'answer', weight: 1 },
      ],
      includeScore: true,
      ignoreLocation: true,
    })
    return {
      // Fuse says how far off a text is, 0 for the same
      search: (text) =>
        index.search(text, { limit: MOST }).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score })),
    }
  },
}
