// docs/reference.md, from what the elements' JSDoc says. `npm run build:npm` writes it; a test fails when it is stale.
import { format } from 'prettier'
import type { ElementDeclaration, ElementEvent, Member, Named, Typed } from './manifest.ts'

const PREFACE = `# Reference of the elements

Made from the JSDoc of the elements by \`npm run build:npm\`; change it there. How to embed them: [embedding.md](embedding.md) for
the script tag, [npm.md](npm.md) for a bundle of your own. On the script tag, attributes begin with \`data-\`.`

/** The page, in the form that Prettier gives it. */
export async function referencePage(elements: readonly ElementDeclaration[]): Promise<string> {
  const text = [PREFACE, ...elements.map(section)].join('\n\n')
  return format(text, { parser: 'markdown', printWidth: 120 })
}

function section(element: ElementDeclaration): string {
  const fields = element.members.filter(({ kind }) => kind === 'field')
  const methods = element.members.filter(({ kind }) => kind === 'method')
  return [
    `## \`<${element.tagName}>\``,
    element.summary,
    table('Attributes and properties', ['attribute', 'property', 'type (default)', ''], fields.map(fieldRow)),
    table(
      'Methods',
      ['method', ''],
      methods.map((one) => [code(signature(one)), cell(one.description)]),
    ),
    table('Events', ['event', 'fields', ''], element.events.map(eventRow)),
    named('Slots', 'slot', element.slots),
    named('Parts', 'part', element.cssParts),
    named('Custom properties', 'custom property', element.cssProperties),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function fieldRow(field: Member): readonly string[] {
  const isSet = field.default !== undefined && !["''", '{}', 'false'].includes(field.default)
  return [
    field.attribute ? code(field.attribute) : '',
    code(field.name),
    code(typeOf(field)) + (isSet ? ` (${code(field.default ?? '')})` : ''),
    cell(field.description),
  ]
}

function eventRow({ name, fields, description }: ElementEvent): readonly string[] {
  return [
    code(name),
    fields.map((field) => `${code(field.name)}: ${code(typeOf(field))}`).join('<br>'),
    cell(description),
  ]
}

/** `show(view?: 'search' | 'ask'): Promise<void>` */
function signature({ name, parameters = [], return: result }: Member): string {
  const given = parameters.map((one) => {
    const isOptional = one.optional || one.default !== undefined
    return `${one.name}${isOptional ? '?' : ''}: ${typeOf(one)}`
  })
  return `${name}(${given.join(', ')}): ${result?.type.text ?? 'void'}`
}

/** Without what every property may be that has no value yet. */
function typeOf({ type }: Typed): string {
  return (type?.text ?? 'string').replace(/^\((.*)\) \| undefined$|^(.*) \| undefined$/, '$1$2')
}

function named(title: string, what: string, all: readonly Named[] = []): string {
  return table(
    title,
    [what, ''],
    all.map(({ name, description }) => [code(name), cell(description)]),
  )
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const code = (text: string): string => `\`${cell(text)}\``

/** In a table, a bar is a border even within code. */
function cell(text = ''): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
