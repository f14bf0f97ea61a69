import { batch } from '../batch.ts'
import type { Style, Write } from '../report.ts'
import { createPen, type Pen } from '../text/pen.ts'
import { namespacesText } from './namespaces.ts'
import type { ToldReach, ToldReason, ToldRow } from './reach.ts'

/** From this many workloads on a list is for programs, and people read which namespace reaches which. */
const MOST_LISTED = 200

/**
 * What can reach what as text: under each peer whom it reaches and how. What is not certain has a question mark, what is
 * closed a cross. Estates of more than 200 workloads are told by namespaces, unless somebody asks for some of them.
 */
export function reachText(reach: ToldReach, style: Style, out: Write): void {
  const pen = createPen(style)
  const { write, flush } = batch(out)
  for (const line of headOf(reach, pen)) write(`${line}\n`)
  const workloads = reach.peers.filter(({ kind }) => kind === 'workload')
  if (workloads.length > MOST_LISTED && !reach.isNarrowed)
    for (const line of namespacesText(reach.traffic(), pen)) write(`${line}\n`)
  else for (const line of listOf(reach, style, pen)) write(`${line}\n`)
  flush()
}

function headOf({ targets, plugin, policies, peers }: ToldReach, pen: Pen): readonly string[] {
  const workloads = peers.filter(({ kind }) => kind === 'workload').length
  return [
    pen.paint('strong', `Who can reach whom in ${pen.say(targets.join(' '))}`),
    `${workloads} ${workloads === 1 ? 'workload' : 'workloads'}, ${policies} ${policies === 1 ? 'policy' : 'policies'}, network plugin ${plugin}`,
  ]
}

function* listOf(reach: ToldReach, style: Style, pen: Pen): Generator<string> {
  const marks = marksOf(style)
  const rows = [
    ...stated(reach.connections(), marks.open),
    ...stated(reach.unclear(), marks.unclear),
    ...stated(reach.closed, marks.closed),
  ]
  if (rows.length === 0) yield 'Nothing reaches anything.'
  const froms = [...new Set(rows.map(({ row }) => row.from))].toSorted()
  const width = Math.max(...rows.map(({ row }) => row.to.length))
  for (const from of froms) {
    yield ''
    yield pen.paint('strong', pen.say(from))
    for (const { row, mark } of rows.filter((other) => other.row.from === from)) {
      yield `  ${mark} ${pen.say(row.to).padEnd(width)}  ${row.connections}`
      for (const reason of row.because ?? [])
        yield pen.paint('quiet', `      ${reasonText(reason, pen)}`)
    }
  }
}

/** What stands before a line that tells what is open, unclear or closed. */
export function marksOf({ ascii }: Style): Readonly<Record<'open' | 'unclear' | 'closed', string>> {
  return ascii ? { open: '->', unclear: '?', closed: 'x' } : MARKS
}

const MARKS = { open: '→', unclear: '?', closed: '✗' } as const

interface Stated {
  readonly row: ToldRow
  readonly mark: string
}

function stated(rows: Iterable<ToldRow>, mark: string): readonly Stated[] {
  return Array.from(rows, (row) => ({ row, mark }))
}

const VERDICTS: Readonly<Record<ToldReason['verdict'], string>> = {
  allow: 'allows',
  deny: 'denies',
  pass: 'leaves to the next tier',
  isolate: 'closes what it does not allow',
  open: 'no policy selects it, so everything passes',
}

const NARROWED = {
  requests: 'and of it some requests alone',
  authentication: 'for who authenticates',
} as const

/** One rule behind an answer, as a line. */
export function reasonText(
  { direction, verdict, isSure, policy, at, connections, narrowed = [] }: ToldReason,
  pen: Pen,
): string {
  const doubt = isSure ? '' : 'perhaps '
  if (policy === undefined) return `${direction}: ${VERDICTS[verdict]}`
  const what = verdict === 'isolate' ? '' : ` ${connections}`
  const less = narrowed.map((one) => `, ${NARROWED[one]}`).join('')
  return `${direction}: ${pen.say(policy)} ${doubt}${VERDICTS[verdict]}${what}${less}  ${pen.say(at ?? '')}`
}
