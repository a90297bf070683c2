// The searches that are compared, each on a page as its guide says. Their back ends are the site's own server (site.ts).
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Contestant {
  readonly name: string
  /** What stands on the page, at its end. */
  readonly markup: string
  /** What opens the search. Absent: the page has none. */
  readonly button?: string
}

const { resolve } = createRequire(import.meta.url)
const packageFile = (name: string, path: string) => join(dirname(resolve(`${name}/package.json`)), path)

/** The peers' files, by their names on the site. */
export const peerFiles: ReadonlyMap<string, string> = new Map([
  ['docsearch-3.js', packageFile('docsearch-3', 'dist/umd/index.js')],
  ['docsearch-3.css', packageFile('docsearch-css-3', 'dist/style.css')],
  ['docsearch-4.js', packageFile('docsearch-4', 'dist/umd/index.js')],
  ['docsearch-4.css', packageFile('docsearch-css-4', 'dist/style.css')],
  // its package.json is not among what it exports
  ['meilisearch-docsearch.js', join(dirname(resolve('meilisearch-docsearch')), 'index.global.js')],
  ['meilisearch-docsearch.css', join(dirname(resolve('meilisearch-docsearch')), 'index.css')],
  ['autocomplete.js', packageFile('@algolia/autocomplete-js', 'dist/umd/index.production.js')],
])

const tags = (name: string) => `<link rel="stylesheet" href="/${name}.css"><script src="/${name}.js"></script>`
const BOX = '<div id="search"></div>'
/** Their client wants Algolia's hosts: the answer comes from here. */
const algolia = `{ container: '#search', appId: 'a', apiKey: 'k', indexName: 'docs', transformSearchClient: (client) => ({ ...client,
  search: () => fetch('/answers/algolia', { method: 'POST' }).then((answer) => answer.json()) }) }`

const docsearch = (version: 3 | 4): Contestant => ({
  name: `docsearch-${version}`,
  markup: `${BOX}${tags(`docsearch-${version}`)}<script>docsearch(${algolia})</script>`,
  button: '.DocSearch-Button',
})

export const peers: readonly Contestant[] = [
  docsearch(3),
  docsearch(4),
  {
    name: 'meilisearch-docsearch',
    markup: `${BOX}${tags('meilisearch-docsearch')}<script>__docsearch_meilisearch__.docsearch({
      container: '#search', host: location.origin + '/answers/meilisearch', apiKey: 'k', indexUid: 'docs' })</script>`,
    button: '.docsearch-btn',
  },
  {
    // its box stands in the page from the start; made by a button it is one that opens, as the others are
    name: 'pagefind-ui',
    markup: `<button id="open">Search</button>${BOX}${tags('pagefind/pagefind-ui')}<script>
      document.querySelector('#open').onclick = () => new PagefindUI({ element: '#search', autofocus: true })</script>`,
    button: '#open',
  },
  {
    name: 'autocomplete-js',
    markup: `${BOX}<script src="/autocomplete.js"></script><script>
      window['@algolia/autocomplete-js'].autocomplete({ container: '#search', detachedMediaQuery: '', getSources: () => [{ sourceId: 'docs',
        getItems: () => fetch('/answers/algolia', { method: 'POST' }).then((answer) => answer.json()).then(({ results }) => results[0].hits),
        templates: { item: ({ item }) => item.hierarchy.lvl1 } }] })</script>`,
    button: '.aa-DetachedSearchButton',
  },
]

/** Ours by the tag of the README; `idle` as the docs offer it. */
export function askwellOn(server: string, load: 'interaction' | 'idle'): Contestant {
  return {
    name: load === 'interaction' ? 'askwell' : `askwell-${load}`,
    markup: `<script async src="${server}/askwell.js" data-site="pk_demo" data-load="${load}"></script>`,
    button: 'askwell-widget [part~=launcher]',
  }
}

/** The same page without any search: what the page itself costs. */
export const plain: Contestant = { name: 'plain', markup: '' }
