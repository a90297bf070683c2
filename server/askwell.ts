// What main.ts has built and the commands work with.
import type { Logger } from 'pino'
import type { Desk, Vault, Workers } from './domain/ports.ts'
import type { GroupingWork } from './work/grouping.ts'
import type { PackWork } from './work/packs.ts'

export interface Askwell {
  readonly desk: Desk
  readonly vault: Vault
  readonly workers: Workers
  readonly packs: PackWork
  readonly grouping: GroupingWork
  readonly log: Logger
  /** Where the build put what browsers load. */
  readonly webFolder: string
  /** Finishes what was begun, then lets go of everything. */
  close(): Promise<void>
}
