import { commandOf } from '../command.ts'
import { overallState } from '../headline.ts'
import { actionsFor } from '../order.ts'
import type { Run } from '../report.ts'
import { pointOf } from '../spots.ts'
import type { Action, Verdict } from '../told.ts'
import { columnsOf, fit, padEnd, wrap } from './columns.ts'
import { answer } from './overview.ts'
import { SEVERITY_TONES, type Pen } from './pen.ts'
import { sentenceOf } from './words.ts'

const FEWEST_ACTIONS = 3
const MOST_ACTIONS = 5

/** What to do first, with what that closes. */
export function focusFirst(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const first = firstActions(actionsFor(verdict, run))
  const room = roomFor(first, pen)
  return [
    ...answer('Focus first', pen, [promise(verdict, first)]),
    ...first.flatMap((action, index) => [
      ...tell(action, `${index + 1}`.padStart(2), room, pen),
      ...nextStep(action, run, pen),
    ]),
  ]
}

/** The first of some actions: three, or up to five while they close something critical or high. */
export function firstActions(actions: readonly Action[]): readonly Action[] {
  return actions
    .slice(0, MOST_ACTIONS)
    .filter((action, index) => index < FEWEST_ACTIONS || isWorst(action))
}

function isWorst({ severity }: Action): boolean {
  return severity === 'critical' || severity === 'high'
}

/** What the first actions close, counted in the findings that matter, where there are such. */
export function promise({ focus, stops }: Verdict, first: readonly Action[]): string {
  if (first.length === 0) {
    return overallState(stops) === 'Not examined'
      ? 'nothing was examined, so nothing is known'
      : 'nothing: no finding is open'
  }
  const worst = focus.filter(isWorst)
  const counted = worst.length > 0 ? isWorst : () => true
  const sum = (actions: readonly Action[]): number =>
    actions.filter(counted).reduce((total, { findings }) => total + findings.length, 0)
  const actions = first.length === 1 ? '1 action closes' : `${first.length} actions close`
  const kind = worst.length > 0 ? 'critical and high' : 'open'
  return `${actions} ${sum(first)} of the ${sum(focus)} ${kind} findings`
}

const TITLE_WIDTH = 48
const CLOSES_WIDTH = 14
const OWNER_WIDTH = 11
const COST_WIDTH = 'medium, may break'.length
// A title cut shorter than this says nothing: then it has a line of its own.
const FITTING_TITLE = 24

// A wide screen shows titles whole; what stands behind them stays in its column.
function roomFor(first: readonly Action[], pen: Pen): number {
  const longest = Math.max(0, ...first.map(({ title }) => columnsOf(pen.say(title))))
  const left = pen.width - 3 - CLOSES_WIDTH - OWNER_WIDTH - COST_WIDTH
  return Math.min(Math.max(TITLE_WIDTH, longest + 2), left)
}

function tell(action: Action, number: string, room: number, pen: Pen): readonly string[] {
  const { severity, findings, duty, effort, risk, crownJewel } = action
  const title = pen.say(action.title)
  const closes = padEnd(`closes ${findings.length}`, CLOSES_WIDTH)
  const facts = `${closes}${padEnd(duty, OWNER_WIDTH)}${effort}, ${risk}`
  const name = pen.paint(SEVERITY_TONES[severity], padEnd(fit(title, room - 2, pen.mark), room))
  const why = crownJewel === undefined ? [] : [`   crown jewel: ${pen.say(crownJewel)}`]
  if (room >= FITTING_TITLE) return [`${number} ${name}${facts}`, ...why]
  return [`${number} ${pen.paint(SEVERITY_TONES[severity], title)}`, `   ${facts}`, ...why]
}

function nextStep(action: Action, run: Run, pen: Pen): readonly string[] {
  const sentence = sentenceOf(action.rule, run)
  if (sentence !== undefined)
    return wrap(pen.say(sentence), pen.width - 3).map((line) => `   ${line}`)
  const place = pen.say(pointOf(action.place))
  const command = pen.say(commandOf(action, run))
  const aligned = `   ${padEnd(place, TITLE_WIDTH - 2)}  ${command}`
  return [aligned.length <= pen.width ? aligned : `   ${place}  ${command}`]
}
