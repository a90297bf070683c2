// The types of the package: what tsc declares for the entries and all that they reach. Of the contract with the server only the
// types themselves are written out, or whoever uses the widget would need the library that its schemas are made with.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

const CONTRACT = 'shared/contract.ts'
const entries = ['index', 'define', 'react', 'vue'].map((name) => `widget/npm/${name}.ts`)

/** Writes them below `out`, in the folders of the sources. */
export function writeDeclarations(root: string, out: string): void {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(
    entries.map((entry) => join(root, entry)),
    { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: out, rootDir: root },
  )
  const faults = ts.getPreEmitDiagnostics(program)
  if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, formatHost(root)))
  const texts = new Map<string, string>()
  program.emit(undefined, (path, text) => texts.set(relative(out, path), withJsNames(text)))
  texts.set(CONTRACT.replace('.ts', '.d.ts'), contractTypes(program, join(root, CONTRACT)))
  const reached = new Set<string>()
  for (const entry of entries) reach(entry.replace('.ts', '.d.ts'), texts, reached)
  for (const path of reached) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), texts.get(path)!)
  }
}

/** Published modules end in .js; TypeScript leaves our .ts in declarations. */
function withJsNames(text: string): string {
  return text.replace(/((?:from |import |import\()['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js')
}

/** Every exported type, spelt out. */
function contractTypes(program: ts.Program, path: string): string {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(path)!
  const spelt = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias
  return source.statements
    .filter((one) => ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one))
    .map((one) => {
      if (ts.isInterfaceDeclaration(one)) return one.getText(source)
      return `export type ${one.name.text} = ${checker.typeToString(checker.getTypeAtLocation(one), undefined, spelt)}`
    })
    .join('\n')
}

/** Adds `path` and all that it imports of ours. */
function reach(path: string, texts: ReadonlyMap<string, string>, reached: Set<string>): void {
  const text = texts.get(path)
  if (text === undefined) throw new Error(`Nothing declares ${path}.`)
  if (reached.has(path)) return
  reached.add(path)
  for (const [, name] of text.matchAll(/(?:from |import |import\()['"](\.[^'"]*)\.js['"]/g)) {
    reach(join(dirname(path), `${name}.d.ts`), texts, reached)
  }
}

function formatHost(root: string): ts.FormatDiagnosticsHost {
  return { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => '\n' }
}
