// Questions come in: without personal data, logged before they are acknowledged, each once.
import type { Question } from '../../shared/contract.ts'
import { redact } from '../../shared/redact.ts'
import type { Desk } from './ports.ts'
import { type LoggedQuestion, logQuestion } from './question.ts'
import type { Site } from './site.ts'

/** When this resolves, the questions are on disk. */
export async function logQuestions(
  { storage, clock }: Desk,
  site: Site,
  questions: readonly Question[],
): Promise<void> {
  const receivedAt = clock()
  await storage.atomically((inside) =>
    inside.questions.log(questions.map((question) => withoutPersonalData(logQuestion(site.id, question, receivedAt)))),
  )
}

/** Widgets have done it before; other clients of the API need not have. The address for the reply was given as one. */
function withoutPersonalData(question: LoggedQuestion): LoggedQuestion {
  return { ...question, text: redact(question.text), page: redact(question.page), detail: redact(question.detail) }
}
