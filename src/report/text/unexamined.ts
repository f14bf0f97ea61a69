import type { Fault } from '../../base/fault.ts'
import type { Coverage } from '../../model/coverage.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import { plural } from '../headline.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { flow, wrap } from './columns.ts'
import { answer, ANSWER_COLUMN } from './overview.ts'
import type { Pen } from './pen.ts'

// A folder that somebody broke by hand shows all its faults; of a generated one, the rest is counted.
const FIRST_FAULTS = 10

/** What was not examined, and why: nothing here may be taken for clean. No lines when everything was. */
export function notExamined(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const { coverage, unknownKinds, stops, findings, faults } = verdict
  const unseen = stops.filter(({ state }) => state === 'Not examined')
  const unclear = findings.filter(({ state }) => state === 'cannot-tell').length
  const parts = [
    ...missedWords({ coverage, unknownKinds }),
    ...(unclear > 0 ? [`${plural(unclear, 'finding')} cannot be told from what is written`] : []),
    ...(unseen.length > 0
      ? [
          `${plural(unseen.length, 'stop')} (${unseen.map(({ stop }) => STOP_TITLES[stop]).join(', ')})`,
        ]
      : []),
  ].map(pen.say)
  if (parts.length === 0 && faults.length === 0) return []
  const lines = parts.flatMap((part) => flow(part.split(' '), ' ', pen.width - ANSWER_COLUMN))
  return [
    ...answer('Not examined', pen, lines.length === 0 ? [plural(faults.length, 'fault')] : lines),
    ...tellFaults(faults, run, pen),
  ]
}

/** What was asked for and not looked at, a line for each sort; none when all was. */
export function missedWords({
  coverage,
  unknownKinds,
}: Pick<Verdict, 'coverage' | 'unknownKinds'>): readonly string[] {
  return [
    ...coverage.filter(({ asked, examined }) => examined < asked).map(missed),
    ...(unknownKinds.length > 0 ? [unknownWords(unknownKinds)] : []),
  ]
}

/** The faults with their remedies: the first of them, or all in a verbose run. */
export function tellFaults(faults: readonly Fault[], run: Run, pen: Pen): readonly string[] {
  const told = run.verbose ? faults : faults.slice(0, FIRST_FAULTS)
  const rest = faults.length - told.length
  return [
    ...told.flatMap((fault) => tellFault(fault, pen)),
    ...(rest > 0 ? [`  ${plural(rest, 'more fault')}: -v lists all`] : []),
  ]
}

function tellFault({ at, message, remedy }: Fault, pen: Pen): readonly string[] {
  const place = pen.paint('Not examined', `${pen.shape('Not examined')} ${pen.say(at)}`)
  const told = [message, remedy].flatMap((text) => wrap(pen.say(text), pen.width - 4))
  return [`  ${place}`, ...told.map((line) => `    ${line}`)]
}

// As many as fit on a line; JSON has them all.
const FIRST_KINDS = 3

function unknownWords(kinds: Verdict['unknownKinds']): string {
  const objects = kinds.reduce((sum, kind) => sum + kind.objects, 0)
  const names = kinds.slice(0, FIRST_KINDS).map(({ type }) => type)
  const rest = kinds.length - names.length
  const listed = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return `${plural(objects, 'object')} of kinds that no rule knows (${listed})`
}

function missed({ what, asked, examined, reasons }: Coverage): string {
  const why = reasons.map(({ why, count }) => `${count} ${why}`).join(', ')
  return `${asked - examined} of ${asked} ${what}${why === '' ? '' : `: ${why}`}`
}
