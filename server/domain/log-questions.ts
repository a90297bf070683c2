// Questions come in: logged before they are acknowledged, each once.
import type { Question } from '../../shared/contract.ts'
import type { Desk } from './ports.ts'
import { logQuestion } from './question.ts'
import type { Site } from './site.ts'

/** When this resolves, the questions are on disk. */
export async function logQuestions(
  { storage, clock }: Desk,
  site: Site,
  questions: readonly Question[],
): Promise<void> {
  const receivedAt = clock()
  await storage.atomically((inside) =>
    inside.questions.log(questions.map((question) => logQuestion(site.id, question, receivedAt))),
  )
}
