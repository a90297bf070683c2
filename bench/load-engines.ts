// How engines are found. Each is loaded on its own: one that can't be loaded is left out and named, and the others are
// measured.
import { type Engine, OURS } from './engine.ts'

const load: Readonly<Record<string, () => Promise<{ readonly engine: Engine }>>> = {
  [OURS]: () => import('./engines/askwell.ts'),
  lunr: () => import('./engines/lunr.ts'),
  'lunr-pairs': () => import('./engines/lunr-pairs.ts'),
  'lunr-languages': () => import('./engines/lunr-languages.ts'),
  minisearch: () => import('./engines/minisearch.ts'),
  'minisearch-pairs': () => import('./engines/minisearch-pairs.ts'),
  flexsearch: () => import('./engines/flexsearch.ts'),
  'flexsearch-pairs': () => import('./engines/flexsearch-pairs.ts'),
  orama: () => import('./engines/orama.ts'),
  fuse: () => import('./engines/fuse.ts'),
}

/** The engines of these names, or all; what can't be loaded is told. */
export async function loadEngines(
  names: readonly string[] | undefined,
  tell: (note: string) => void,
): Promise<Engine[]> {
  const engines: Engine[] = []
  for (const name of names ?? Object.keys(load)) {
    try {
      if (!load[name]) throw new Error(`there is no such engine, only ${Object.keys(load).join(', ')}`)
      engines.push((await load[name]()).engine)
    } catch (error) {
      tell(`${name} left out: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }
  return engines
}
