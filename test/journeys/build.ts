// The journeys run what people run: the built program.
import { execFileSync } from 'node:child_process'

export default function build(): void {
  execFileSync(process.execPath, ['server/build-if-stale.mjs'], { stdio: 'inherit' })
}
