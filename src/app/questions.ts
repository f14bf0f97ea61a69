import type { Fault } from '../base/fault.ts'
import { readEstate } from '../intake/read-estate.ts'
import type { Stop } from '../model/itinerary.ts'
import type { Offering } from '../model/offering.ts'
import { askQuestions, isOpen, type Answer, type AskedQuestion } from '../verdict/questions.ts'
import { EXIT } from './outcome.ts'
import { estateRequest, type EstateTerms } from './scan.ts'

/** The questions of an estate. Whose move each is depends on its offering, which is all that is read of it. */
export interface QuestionList {
  readonly questions: readonly AskedQuestion[]
  readonly offering: Offering
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** What is asked, and what was answered. */
export interface QuestionTerms {
  readonly answers: readonly Answer[]
  /** All stops when none is named. */
  readonly stops: readonly Stop[]
  /** Only those that somebody has to answer. */
  readonly openOnly: boolean
}

/** Lists the questions as they stand today. The estate is read only where nothing else tells the offering. */
export function listQuestions(
  estate: EstateTerms,
  { answers, stops, openOnly }: QuestionTerms,
): QuestionList {
  const { provider, targets, today } = estate
  const isTold = provider !== undefined || targets.length === 0
  const read = isTold ? undefined : readEstate(estateRequest(estate))
  const offering = provider ?? read?.scene.offering ?? 'none'
  const faults = read?.faults ?? []
  return {
    questions: askQuestions(answers, { offering, today }).filter(
      (one) =>
        (stops.length === 0 || stops.includes(one.question.stop)) && (!openOnly || isOpen(one)),
    ),
    offering,
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
  }
}

/** How questions stand, in the words of reports and guides. */
export function standingOf({ state, answer }: AskedQuestion): string {
  if (answer === undefined) return 'open'
  const { owner, answered, expires } = answer
  const words = { open: 'open', yes: 'yes', no: 'no', notApplicable: 'not applicable' } as const
  return state === 'expired'
    ? `open again since ${expires}, answered by ${owner} on ${answered}`
    : `${words[state]} until ${expires}, ${owner} on ${answered}`
}

/** The questions of a topic as Markdown; undefined when it has none. */
export function questionsBody(questions: readonly AskedQuestion[]): string | undefined {
  if (questions.length === 0) return undefined
  const entries = questions.map(
    (one) =>
      `- \`${one.id}\` (${standingOf(one)}): ${one.question.question} Evidence: ${one.question.evidence}`,
  )
  return `${entries.join('\n')}\n\nNo manifest can show this. Answers stand in portolan.yaml, under \`answers\`.`
}

/** The questions as they stand on a day, whoever has to answer: a guide tells that of its topic. */
export function askedToday(answers: readonly Answer[], today: string): readonly AskedQuestion[] {
  return askQuestions(answers, { offering: 'none', today })
}
