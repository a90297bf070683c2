// custom-elements.json: what editors, and the reference page, know of the elements. Read from their JSDoc by the analyzer; here is
// what it can't know: which names the package has, what is not meant for pages, what the names of types stand for.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
// @ts-expect-error -- the analyzer has no types for its command line
import { cli } from '@custom-elements-manifest/analyzer/cli.js'

/** The module of the package that has the elements. */
const MODULE = 'define.js'
const sources = ['askwell-widget', 'inline-elements', 'events'].map((name) => `widget/${name}.ts`)
const tagNames: Readonly<Record<string, string>> = {
  AskwellWidget: 'askwell-widget',
  AskwellSearch: 'askwell-search',
  AskwellArticle: 'askwell-article',
  AskwellAsk: 'askwell-ask',
}

/** Something with a name and a sentence about it: a slot, a part, a custom property. */
export interface Named {
  readonly name: string
  readonly description?: string
}

export interface Typed extends Named {
  readonly type?: { readonly text: string }
  readonly default?: string
}

export interface Member extends Typed {
  readonly kind: 'field' | 'method'
  readonly attribute?: string
  readonly parameters?: readonly (Typed & { readonly optional?: boolean })[]
  readonly return?: { readonly type: { readonly text: string } }
}

export interface ElementEvent extends Typed {
  /** Not of the standard of manifests: what a listener can read. */
  readonly fields: readonly Typed[]
}

/** An element, as custom-elements.json (schema 1.0.0) has it. */
export interface ElementDeclaration extends Named {
  readonly summary: string
  readonly tagName: string
  readonly members: readonly Member[]
  readonly attributes: readonly Typed[]
  readonly events: readonly ElementEvent[]
  readonly slots?: readonly Named[]
  readonly cssParts?: readonly Named[]
  readonly cssProperties?: readonly Named[]
}

/** What the analyzer says of a class. */
interface Found extends Omit<ElementDeclaration, 'events' | 'members'> {
  readonly events?: readonly (Typed & { readonly name?: string })[]
  readonly members?: readonly (Member & { readonly privacy?: string; readonly inheritedFrom?: unknown })[]
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Found[] }[]
}

/** The elements, in the order of the package's documents. */
export async function elementDeclarations(root: string): Promise<readonly ElementDeclaration[]> {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', ...sources]
  const analyze = cli as (options: object) => Promise<Manifest>
  const classes = (await analyze({ argv, cwd: root, noWrite: true })).modules.flatMap((one) => one.declarations)
  const spelt = typesSpelt(root)
  return Object.keys(tagNames).map((name) => {
    const found = classes.find((one) => one.name === name)
    if (!found) throw new Error(`The analyzer found no ${name}.`)
    return withWords(found, classes, spelt)
  })
}

/** The whole of custom-elements.json. */
export function elementsManifest(declarations: readonly ElementDeclaration[]): unknown {
  const definitions = Object.entries(tagNames).map(([name, tagName]) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: MODULE },
  }))
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: declarations.map((one) => ({ kind: 'class', customElement: true, ...one })),
        exports: [
          ...Object.keys(tagNames).map((name) => ({ kind: 'js', name, declaration: { name, module: MODULE } })),
          ...definitions,
        ],
      },
    ],
  }
}

function withWords(element: Found, classes: readonly Found[], spelt: ReadonlyMap<string, string>): ElementDeclaration {
  const { name, summary, slots, cssParts, cssProperties } = element
  const inWords = <T extends Typed>(one: T): T => ({
    ...one,
    ...(one.type && { type: { text: one.type.text.replace(/\b[A-Z]\w+\b/g, (type) => spelt.get(type) ?? type) } }),
  })
  const members = (element.members ?? [])
    .filter((member) => isForPages(member))
    .map((member) => inWords({ ...member, inheritedFrom: undefined })) // the class that they share is not public
  return {
    name,
    tagName: tagNames[name]!,
    summary,
    members: members.map((member) => ({
      ...member,
      ...(member.parameters && { parameters: member.parameters.map(inWords) }),
    })),
    attributes: members
      .filter((member) => member.attribute)
      .map(({ attribute, name: fieldName, description, type, default: initial }) => ({
        name: attribute!,
        ...{ fieldName, description, type, default: initial },
      })),
    events: (element.events ?? [])
      .filter((event) => event.name)
      .map((event) => {
        const type = classes.find((one) => one.name === event.type?.text)
        if (!type) throw new Error(`${name}: ${event.name} is of no known class.`)
        const sentences = [type.description, event.description].filter(Boolean).join(' ')
        return {
          ...event,
          description: sentences.replace(/\s+/g, ' '),
          fields: (type.members ?? []).filter(isForPages).map(({ name, description, type }) => ({
            ...inWords({ name, ...(type && { type }) }),
            ...(description && { description }),
          })),
        }
      }),
    ...{ slots, cssParts, cssProperties },
  }
}

/** Public, and of a type that is written down: what has none is a controller of ours. */
function isForPages(member: Member & { readonly privacy?: string }): boolean {
  return (member.privacy ?? 'public') === 'public' && (member.kind === 'method' || member.type !== undefined)
}

/** The choices that a type's name stands for: `'all' | 'session' | 'none'`. */
function typesSpelt(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'widget')
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const choices = /^export type (\w+) =\s+((?:\|? ?'[\w-]+'\s*)+)$/gm
  return new Map(
    texts.flatMap((text) => [...text.matchAll(choices)].map(([, name, type]) => [name!, type!.trim()] as const)),
  )
}
