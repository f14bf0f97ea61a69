import type { Style, Write } from '../../report.ts'
import { createPen, type Pen, type Tone } from '../../text/pen.ts'
import { reasonText } from '../text.ts'
import {
  expectationWords,
  STANDINGS,
  standingWords,
  type Standing,
  type ToldEvidence,
  type ToldExpectation,
  type ToldReachCheck,
} from './check.ts'

const MOST_EVIDENCE = 5

/** How the expectations stand, for people: what is broken first, each with the connections and rules that break it. */
export function reachCheckText(check: ToldReachCheck, style: Style, out: Write): void {
  const pen = createPen(style)
  for (const line of linesOf(check, pen)) out(`${line.trimEnd()}\n`)
}

function linesOf(check: ToldReachCheck, pen: Pen): readonly string[] {
  const { targets, plugin, expectations, exitCode } = check
  const sorted = STANDINGS.flatMap((wanted) =>
    expectations.filter(({ standing }) => standing === wanted),
  )
  return [
    pen.paint('strong', `Who may reach whom in ${pen.say(targets.join(' '))}`),
    `${standingWords(check)}, network plugin ${plugin}`,
    ...sorted.flatMap((each) => expectationLines(each, pen)),
    '',
    `Gate  ${GATES[exitCode === 1 ? 'broken' : exitCode === 0 ? 'held' : 'unclear']} -> exit ${exitCode}`,
  ]
}

const GATES: Readonly<Record<Standing, string>> = {
  broken: 'failed: an expectation is broken',
  unclear: 'incomplete: what nobody can tell is not held',
  held: 'passed: all expectations hold',
}

const TONES: Readonly<Record<Standing, Tone>> = {
  broken: 'Exposed',
  unclear: 'Not examined',
  held: 'Clear',
}

function expectationLines(told: ToldExpectation, pen: Pen): readonly string[] {
  const { standing, at, reason, evidence, count } = told
  const head = `${pen.paint(TONES[standing], standing.padEnd(7))}  ${pen.say(expectationWords(told))}  ${pen.paint('quiet', pen.say(at))}`
  if (standing === 'held') return [head]
  const shown = evidence.slice(0, MOST_EVIDENCE)
  return [
    '',
    head,
    ...(reason === undefined ? [] : [`  ${pen.say(reason)}`]),
    ...shown.flatMap((each) => evidenceLines(each, told, pen)),
    ...(count > shown.length ? [`  ${count - shown.length} more: -f json lists them`] : []),
  ]
}

function evidenceLines(
  { from, to, connections, standing, note, because }: ToldEvidence,
  { verb }: ToldExpectation,
  pen: Pen,
): readonly string[] {
  const what = standing === 'unclear' ? 'cannot tell' : verb === 'deny' ? 'open' : 'closed'
  return [
    `  ${pen.say(from)} to ${pen.say(to)}  ${what}: ${connections}`,
    ...(note === undefined ? [] : [pen.paint('quiet', `      ${pen.say(note)}`)]),
    ...because.map((reason) => pen.paint('quiet', `      ${reasonText(reason, pen)}`)),
  ]
}
