import { SEVERITIES, STOP_TITLES, STOPS } from '../../model/itinerary.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import { severityWords } from '../headline.ts'
import { stopsFor } from '../order.ts'
import type { Run } from '../report.ts'
import type { Action, Verdict } from '../told.ts'
import { fit, padEnd, padStart } from './columns.ts'
import type { Pen } from './pen.ts'
import { wrongOf } from './words.ts'

/** The stops, each with its state, its worst finding and its counts: a table, or two lines each on a narrow screen. */
export function stopsTable(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const stops = stopsFor(verdict, run)
  const worst = (stop: StopVerdict): string => pen.say(worstOf(stop, verdict, run))
  const columns = COLUMNS.filter(
    ({ isAlways, count }) => isAlways || stops.some((stop) => count(stop) > 0),
  )
  const last = Math.max(...['examined', ...stops.map(examined)].map(({ length }) => length)) + GAP
  const taken = columns.reduce((sum, { title }) => sum + title.length + GAP, last)
  const room = pen.width - STOP_WIDTH - STATE_WIDTH - taken
  if (pen.width < WIDE || room < FITTING_WORST)
    return stops.flatMap((stop) => twoLines(stop, worst(stop), pen))
  return [
    heading(columns, room, pen) + pen.paint('strong', padStart('examined', last)),
    ...stops.map(
      (stop) =>
        opening(stop, pen) +
        padEnd(fit(worst(stop), room - GAP, pen.mark), room) +
        numbers(stop, columns) +
        padStart(examined(stop), last),
    ),
  ]
}

// Below this many columns a table is a riddle.
const WIDE = 100
const FITTING_WORST = 28
const STOP_WIDTH = 16
const STATE_WIDTH = 16
const GAP = 2

interface Column {
  readonly title: string
  readonly count: (stop: StopVerdict) => number
  /** Whether it is there even when it holds nothing but zeros. */
  readonly isAlways: boolean
}

const COLUMNS: readonly Column[] = [
  ...SEVERITIES.map((severity) => ({
    title: severity,
    count: ({ counts }: StopVerdict) => counts[severity],
    isAlways: true,
  })),
  { title: 'waived', count: ({ waived }) => waived, isAlways: false },
  { title: 'unclear', count: ({ cannotTell }) => cannotTell, isAlways: false },
]

function heading(columns: readonly Column[], room: number, pen: Pen): string {
  const line =
    padEnd('Stop', STOP_WIDTH) +
    padEnd('State', STATE_WIDTH) +
    padEnd('Worst thing found', room) +
    columns.map(({ title }) => padStart(title, title.length + GAP)).join('')
  return pen.paint('strong', line)
}

function opening({ stop, state }: StopVerdict, pen: Pen): string {
  const name = padEnd(`${STOPS.indexOf(stop) + 1} ${STOP_TITLES[stop]}`, STOP_WIDTH)
  return name + pen.paint(state, padEnd(`${pen.shape(state)} ${state}`, STATE_WIDTH))
}

function numbers(stop: StopVerdict, columns: readonly Column[]): string {
  const isSeen = stop.state !== 'Not examined'
  return columns
    .map(({ title, count }) => padStart(isSeen ? `${count(stop)}` : '-', title.length + GAP))
    .join('')
}

function twoLines(stop: StopVerdict, worst: string, pen: Pen): readonly string[] {
  const { state, counts, waived, cannotTell } = stop
  if (state === 'Not examined') return [opening(stop, pen) + worst]
  const facts = [
    severityWords(counts),
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(cannotTell > 0 ? [`${cannotTell} unclear`] : []),
  ]
  const detail = [worst, `${examined(stop)} examined`].join(pen.joint)
  return [opening(stop, pen) + facts.join(', '), `  ${fit(detail, pen.width - GAP, pen.mark)}`]
}

function examined({ examined, asked }: StopVerdict): string {
  return `${examined}/${asked}`
}

/** What is worst of a stop, or why nothing is known of it. */
export function worstOf(
  { stop, state, asked }: StopVerdict,
  { focus, rules }: Verdict,
  run: Run,
): string {
  if (state === 'Not examined') {
    const why = run.offStops.get(stop)
    if (why !== undefined) return `off: ${why}`
    const isAsked = rules.some((rule) => run.topicOf(rule).stop === stop)
    if (!isAsked) return 'no rule was asked'
    return asked === 0 ? 'nothing to examine' : 'too little was read to tell'
  }
  const [worst] = focus
    .filter(({ findings }) => findings[0]?.stop === stop)
    .toSorted((a, b) => rank(a) - rank(b))
  return worst === undefined ? 'nothing open' : wrongOf(worst, run)
}

function rank({ severity }: Action): number {
  return SEVERITIES.indexOf(severity)
}
