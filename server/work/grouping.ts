// Runs the grouping in the background: when questions come in, when packs change, and now and then for what another
// process left behind.
import { closeFoundGaps, groupQuestions } from '../domain/group-questions.ts'
import type { Desk, LiveKnowledge } from '../domain/ports.ts'
import { oneAtATime, type Runner } from './one-at-a-time.ts'

export interface GroupingWork extends Runner {
  /** Wakes for every site with questions that wait. */
  catchUp(): Promise<void>
}

export function groupingWork(
  desk: Desk,
  live: LiveKnowledge,
  failed: (error: unknown, siteId: string) => void,
): GroupingWork {
  const runner = oneAtATime(async (siteId) => {
    while ((await groupQuestions(desk, live, siteId)) > 0);
    await closeFoundGaps(desk, live, siteId)
  }, failed)
  return {
    ...runner,
    async catchUp() {
      for (const siteId of await desk.storage.questions.sitesWithUngrouped()) runner.wake(siteId)
    },
  }
}
