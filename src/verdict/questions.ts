import { partyOf, type Party } from '../model/duty.ts'
import type { Offering } from '../model/offering.ts'
import type { Question } from '../rules/question.ts'
import { QUESTIONS } from '../rules/questions.ts'

/** What somebody answered, and until when it counts. All of it was checked. */
export interface Answer {
  /** The id of the question. */
  readonly question: string
  readonly answer: 'yes' | 'no' | 'notApplicable'
  readonly evidence?: string | undefined
  readonly owner: string
  /** Both ISO 8601; `expires` is the last day on which it counts. */
  readonly answered: string
  readonly expires: string
}

/** How a question stands: `expired` is open again. */
export type QuestionState = 'open' | 'expired' | Answer['answer']

/** A question, whose move it is, and how it stands. */
export interface AskedQuestion {
  readonly id: string
  readonly question: Question
  readonly duty: Party
  readonly state: QuestionState
  /** The last answer, also when it has expired. */
  readonly answer: Answer | undefined
}

/** How many questions there are, and how many of them stand in each way. */
export type QuestionCounts = Readonly<Record<QuestionState, number>> & { readonly asked: number }

/** All questions as they stand on a day. */
export function askQuestions(
  answers: readonly Answer[],
  { offering, today }: { readonly offering: Offering; readonly today: string },
): readonly AskedQuestion[] {
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]))
  return [...QUESTIONS].map(([id, question]) => {
    const answer = byQuestion.get(id)
    return {
      id,
      question,
      duty: partyOf(question.duty, offering),
      state: stateOf(answer, today),
      answer,
    }
  })
}

function stateOf(answer: Answer | undefined, today: string): QuestionState {
  if (answer === undefined) return 'open'
  return answer.expires < today ? 'expired' : answer.answer
}

/** Whether nobody has answered it, or no answer counts any more. */
export function isOpen({ state }: Pick<AskedQuestion, 'state'>): boolean {
  return state === 'open' || state === 'expired'
}

/** Counts the questions by how they stand. */
export function countQuestions(questions: readonly AskedQuestion[]): QuestionCounts {
  const count = (state: QuestionState): number =>
    questions.filter((question) => question.state === state).length
  return {
    asked: questions.length,
    open: count('open'),
    expired: count('expired'),
    no: count('no'),
    yes: count('yes'),
    notApplicable: count('notApplicable'),
  }
}
