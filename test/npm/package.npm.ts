// The package where there is no DOM, and its types in the eyes of who installs it.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { apps } from './install.ts'

/** What plain Node prints for a module that stands where the package is installed. */
function onServer(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: apps, encoding: 'utf8' }).trim()
}

test('importing the package on a server neither throws nor defines anything', () => {
  const code = `
    const askwell = await import('@askwell/widget')
    await askwell.defineAskwell()
    console.log(typeof askwell.askwell, new askwell.NoAnswerEvent('tea', 'no_result').type, typeof customElements)`
  expect(onServer(code)).toBe('function askwell-no-answer undefined')
})

test('elements, React and Vue can be imported on a server, too', () => {
  for (const entry of ['define', 'react', 'vue']) onServer(`await import('@askwell/widget/${entry}')`)
})

test('React renders the element on a server, for the browser to bring to life', () => {
  const code = `
    import { createElement } from 'react'
    import { renderToString } from 'react-dom/server'
    import { AskwellWidget } from '@askwell/widget/react'
    console.log(renderToString(createElement(AskwellWidget, { site: 'pk', onNoAnswer() {} }, 'Help')))`
  expect(onServer(code)).toBe('<askwell-widget>Help</askwell-widget>')
})

test('the types are whole, and say what props, commands and events are', () => {
  const right = `
    import { askwell, type AskwellWidget as Element, type Info, type NoAnswerEvent } from '@askwell/widget'
    import '@askwell/widget/define'
    import { AskwellWidget, useAskwell } from '@askwell/widget/react'
    import type {} from '@askwell/widget/vue'
    import type { GlobalComponents } from 'vue'
    export const element: Element = document.createElement('askwell-widget')
    element.addEventListener('askwell-search', ({ count }) => count.toFixed())
    element.addEventListener('askwell-before-send', ({ question }) => question.text.trim())
    export const help = <AskwellWidget site="pk" mode="ask-first" onNoAnswer={({ query }: NoAnswerEvent) => query.trim()} />
    export const info: Promise<Info> = askwell('info')
    export const end: Promise<() => void> = useAskwell()('on', 'answer-ready', ({ articleId }) => void articleId.trim())
    type Props = InstanceType<GlobalComponents['AskwellWidget']>['$props']
    export const props: Props = { site: 'pk', onAskwellNoAnswer: ({ query }) => void query.trim() }`
  const wrong = `
    import { askwell } from '@askwell/widget'
    import { AskwellWidget } from '@askwell/widget/react'
    void askwell('dance')
    void askwell('on', 'no-answer', (event) => event.nothing)
    export const help = <AskwellWidget mode="loud" />
    document.createElement('askwell-ask').addEventListener('askwell-before-send', ({ question }) => question.colour)`
  const faults = faultsIn({ right, wrong })
  expect(faults.filter(({ file }) => file !== 'wrong.tsx')).toEqual([])
  expect(faults).toHaveLength(4)
})

test('every file that the package names is in it', () => {
  const out = join(apps, 'node_modules/@askwell/widget')
  const { exports } = JSON.parse(readFileSync(join(out, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>
  }
  const files = Object.values(exports).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))
  for (const file of files) expect(readFileSync(join(out, file), 'utf8')).not.toBe('')
})

/** What TypeScript says of code that uses the package, and of the package's own declarations. */
function faultsIn(code: Readonly<Record<string, string>>): readonly { readonly file: string; readonly says: string }[] {
  const files = Object.entries(code).map(([name, text]) => {
    const file = join(apps, `${name}.tsx`)
    writeFileSync(file, text)
    return file
  })
  const program = ts.createProgram(files, {
    ...{ strict: true, noEmit: true, types: [], jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022 },
    ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  })
  return program
    .getSourceFiles()
    .filter(({ fileName }) => files.includes(fileName) || fileName.includes('/dist/npm/'))
    .flatMap((source) => program.getSemanticDiagnostics(source))
    .map(({ file, messageText }) => ({
      file: basename(file?.fileName ?? ''),
      says: ts.flattenDiagnosticMessageText(messageText, ' '),
    }))
}
