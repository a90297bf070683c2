// What searches, a module of its own: it is fetched beside the pack, and the search box is there before it.
export { decodePack, PackError } from '../shared/pack-bytes.ts'
export { relatedTo } from '../shared/related.ts'
export { openPack } from '../shared/search.ts'
export { loadStemmer } from '../shared/stemmers.ts'
export { foundHere } from './found-here.ts'
