// Runs the grouping in the background: when questions come in, when packs change, and now and then for what another
// process left behind.
import { closeFoundGaps, groupQuestions } from '../domain/group-questions.ts'
import type { Desk, LiveKnowledge } from '../domain/ports.ts'
import { oneAtATime, type Runner } from './one-at-a-time.ts'

export interface GroupingWork extends Runner {
  /** Wakes for what another process may have left: sites with questions that wait; with `all`, every site. */
  catchUp(options?: { readonly all?: boolean }): Promise<void>
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
    async catchUp({ all = false } = {}) {
      const { sites, questions } = desk.storage
      const siteIds = all ? (await sites.all()).map(({ id }) => id) : await questions.sitesWithUngrouped()
      for (const siteId of siteIds) runner.wake(siteId)
    },
  }
}
