// axe-core on what is on the page now, shadow roots included.
import axe from 'axe-core'

/** Rejects with what is wrong and where. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const { violations, passes } = await axe.run(element, { resultTypes: ['violations'] })
  if (passes.length === 0) throw new Error('axe found nothing to check')
  if (violations.length === 0) return
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  )
  throw new Error(`${violations.length} accessibility faults:\n${faults.join('\n')}`)
}
