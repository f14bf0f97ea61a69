import { cloudQuestions } from './cloud/questions.data.ts'
import { clusterQuestions } from './cluster/questions.data.ts'
import { codeQuestions } from './code/questions.data.ts'
import { dataQuestions } from './data/questions.data.ts'
import { identityQuestions } from './identity/questions.data.ts'
import { networkQuestions } from './network/questions.data.ts'
import type { Question } from './question.ts'
import { thirdPartyQuestions } from './third-parties/questions.data.ts'
import { workloadQuestions } from './workloads/questions.data.ts'

/** Every question by its id, in the order of the itinerary. A stop adds its own list here. */
export const QUESTIONS: ReadonlyMap<string, Question> = new Map<string, Question>(
  Object.entries({
    ...cloudQuestions,
    ...clusterQuestions,
    ...identityQuestions,
    ...workloadQuestions,
    ...networkQuestions,
    ...thirdPartyQuestions,
    ...dataQuestions,
    ...codeQuestions,
  }),
)
