import type { Party } from '../../model/duty.ts'
import type { Persona } from '../../model/itinerary.ts'
import { targetWords } from '../command.ts'
import {
  changeWords,
  circumstances,
  examinedWords,
  movesOf,
  openWords,
  overallState,
} from '../headline.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { fit, flow, padEnd } from './columns.ts'
import type { Pen } from './pen.ts'
import { briefOf } from './words.ts'

/** The column at which answers begin; their questions stand before it. */
export const ANSWER_COLUMN = 16

/** The first line: which tool judged what, and by what. */
export function header(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const parts = [run.tool, targetsOf(run), ...circumstances(verdict, run)].map(pen.say)
  return flow(parts, pen.joint, pen.width).map((line) => pen.paint('strong', line))
}

/** How bad is it: the state, the open findings, and the four common problems as counted shares. */
export function howBad(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const state = overallState(verdict.stops)
  const word = `${pen.shape(state)} ${state}`
  const facts = [...openWords(verdict), examinedWords(verdict)]
  const room = pen.width - ANSWER_COLUMN
  const [first = '', ...more] = flow([word, ...facts], pen.joint, room)
  return answer('How bad is it?', pen, [
    pen.paint(state, word) + first.slice(word.length),
    ...more,
    ...flow(shares(verdict, run).map(pen.say), pen.joint, room).map((line) =>
      fit(line, room, pen.mark),
    ),
  ])
}

/** What changed since the baseline; no lines without one. */
export function sinceBaseline({ comparison }: Run, pen: Pen): readonly string[] {
  if (comparison === undefined) return []
  const facts = [changeWords(comparison.counts), comparison.file].map(pen.say)
  return answer('Since then', pen, flow(facts, pen.joint, pen.width - ANSWER_COLUMN))
}

/** Whose move it is, and how to see the report as the one with the most to do sees it. */
export function whoseMove(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const moves = movesOf(verdict)
  const [busiest] = moves
  const persona = busiest === undefined || busiest[1] === 0 ? undefined : PERSONA_OF.get(busiest[0])
  const counts = moves.map(([party, count]) => `${party} ${count}`).join(pen.joint)
  const command = ['portolan scan', ...targetWords(run.targets), `--persona ${persona}`].join(' ')
  const hint = pen.say(`${counts}   ${command}`)
  const hasHint = persona !== undefined && persona !== run.persona
  return answer('Whose move', pen, [
    hasHint && hint.length <= pen.width - ANSWER_COLUMN ? hint : counts,
  ])
}

/** A question and the lines of its answer beside it. */
export function answer(question: string, pen: Pen, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) =>
    index === 0
      ? pen.paint('strong', padEnd(question, ANSWER_COLUMN)) + line
      : ' '.repeat(ANSWER_COLUMN) + line,
  )
}

// Parties that have a view of their own.
const PERSONA_OF: ReadonlyMap<Party, Persona> = new Map([
  ['architect', 'architect'],
  ['developer', 'developer'],
])

function targetsOf({ targets }: Run): string {
  const [first = '', second, third] = targets
  if (second === undefined) return first
  return third === undefined ? `${first}, ${second}` : `${first} and ${targets.length - 1} more`
}

// In few words for all four, as what to do and whose move it is shall follow at once.
function shares({ problems }: Verdict, run: Run): readonly string[] {
  const counted = problems.filter(({ all }) => all !== undefined)
  const unseen = problems.filter(({ all }) => all === undefined)
  return [
    ...counted.map((share) => `${share.bad ?? 0} of ${share.all ?? 0} ${briefOf(share, run)}`),
    ...unseen.map(({ title }) => `${title.charAt(0).toLowerCase()}${title.slice(1)} not examined`),
  ]
}
