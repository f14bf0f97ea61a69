import { standingOf, type QuestionList } from '../app/questions.ts'
import { plural } from '../report/headline.ts'
import { jsonText } from '../report/printable.ts'
import type { Style } from '../report/report.ts'
import { flow, wrap } from '../report/text/columns.ts'
import { createPen, type Pen } from '../report/text/pen.ts'

type Asked = QuestionList['questions'][number]

/** The questions for people: under their stops, each with whose move it is and what shows it. */
export function questionsText({ questions }: QuestionList, style: Style): string {
  const pen = createPen(style)
  const stops = [...new Set(questions.map(({ question }) => question.stop))]
  const lines = stops.flatMap((stop) => [
    pen.paint('strong', stop),
    ...questions.filter(({ question }) => question.stop === stop).flatMap((one) => tell(one, pen)),
  ])
  const sum = [plural(questions.length, 'question'), ...countWords(questions)]
  return [...lines, ...flow(sum, pen.joint, pen.width)].map((line) => `${line}\n`).join('')
}

function tell(one: Asked, pen: Pen): readonly string[] {
  const { id, question, duty, state, answer } = one
  // What showed it once shows it no more.
  const shown = state === 'expired' ? undefined : answer?.evidence
  const told = [question.question, `Evidence: ${shown ?? question.evidence}`]
  return [
    ...flow([id, duty, standingOf(one)].map(pen.say), pen.joint, pen.width - 2).map(indented),
    ...told.flatMap((text) => wrap(pen.say(text), pen.width - 4)).map((line) => `    ${line}`),
  ]
}

function indented(line: string): string {
  return `  ${line}`
}

const WORDS = [
  ['open', 'open'],
  ['expired', 'expired'],
  ['no', 'answered no'],
  ['yes', 'answered yes'],
  ['notApplicable', 'not applicable'],
] as const

function countWords(questions: readonly Asked[]): readonly string[] {
  return WORDS.flatMap(([state, word]) => {
    const count = questions.filter((one) => one.state === state).length
    return count === 0 ? [] : [`${count} ${word}`]
  })
}

/** The questions for programs. */
export function questionsJson({ questions, offering }: QuestionList): string {
  const told = questions.map(({ id, question, duty, state, answer }) => {
    const { stop, topic = null, evidence, holdsDays, reference, written, controls = {} } = question
    return {
      id,
      stop,
      topic,
      question: question.question,
      evidence,
      holdsDays,
      duty,
      state,
      answer: answer ?? null,
      controls,
      reference,
      written,
    }
  })
  return `${jsonText({ offering, questions: told })}\n`
}
