// The package as pages get it: built, and found by its name from a folder outside of our sources.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** Where the example apps are built; React and Vue are found above it. */
export const apps = join(root, 'dist/npm-apps')

export default function install(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'widget/npm/build.ts'], { cwd: root, stdio: 'inherit' })
  rmSync(apps, { recursive: true, force: true })
  mkdirSync(join(apps, 'node_modules/@askwell'), { recursive: true })
  symlinkSync(join(root, 'dist/npm'), join(apps, 'node_modules/@askwell/widget'), 'dir')
  for (const app of ['plain', 'react', 'vue']) {
    cpSync(join(import.meta.dirname, app), join(apps, app), { recursive: true })
  }
}
