// What searches, here or on the server: a module of its own, fetched beside the head, and the search box is there before it.
export { decodePack, PackError } from '../shared/pack-bytes.ts'
export { relatedTo } from '../shared/related.ts'
export { openPack } from '../shared/search.ts'
export { loadStemmer } from '../shared/stemmers.ts'
export { AnswerTexts } from './answer-texts.ts'
export { foundHere } from './found-here.ts'
export { RemoteSearch } from './remote-search.ts'
