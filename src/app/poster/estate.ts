import { groupBy } from '../../base/group.ts'
import type { Persona, Stop } from '../../model/itinerary.ts'
import { commandOf } from '../../report/command.ts'
import {
  circumstances,
  examinedWords,
  movesOf,
  openWords,
  overallState,
  severityWords,
} from '../../report/headline.ts'
import { actionsFor } from '../../report/order.ts'
import type { Move, PosterEstate, Standing } from '../../report/poster/poster.ts'
import type { Run } from '../../report/report.ts'
import type { Rule } from '../../rules/rule.ts'
import { countOpen, judgeStop, type Counts, type StopVerdict } from '../../verdict/stops.ts'
import { isIncomplete, type Verdict } from '../../verdict/verdict.ts'
import { reportRun } from '../report-run.ts'
import type { Scan } from '../scan.ts'

/** What a poster shows of an estate; nothing at all when it is about none. */
export interface Showing {
  readonly openIn: (topic: string) => Counts | undefined
  readonly isOpen: (rule: Rule) => boolean
  /** Of a whole stop, or of one topic of it. */
  readonly standingOf: (stop: Stop, topic?: string) => Standing | undefined
  readonly soundingOf: (stop: Stop) => string | undefined
  readonly moves: readonly Move[] | undefined
  readonly estate: PosterEstate | undefined
}

const NO_ESTATE: Showing = {
  openIn: () => undefined,
  isOpen: () => false,
  standingOf: () => undefined,
  soundingOf: () => undefined,
  moves: undefined,
  estate: undefined,
}

/** What there is to show to `persona` of a scan. */
export function showingOf(scan: Scan | undefined, persona: Persona, version: string): Showing {
  if (scan === undefined) return NO_ESTATE
  const { verdict } = scan
  const run = reportRun(scan, {
    version,
    persona,
    severity: undefined,
    verbose: false,
    durationMs: 0,
    pages: undefined,
  })
  const open = new Set(
    verdict.findings.filter(({ state }) => state === 'open').map(({ rule }) => rule),
  )
  const stops = new Map(verdict.stops.map((stop) => [stop.stop, stop]))
  const byTopic = groupBy(verdict.findings, ({ rule }) => rule.topic)
  const findingsIn = (topic: string): Findings => byTopic.get(topic) ?? []
  return {
    openIn: (topic) => countOpen(findingsIn(topic)),
    isOpen: (rule) => open.has(rule),
    standingOf: (stop, topic) =>
      standingOf(stops.get(stop), topic === undefined ? undefined : findingsIn(topic)),
    soundingOf: (stop) => soundingOf(verdict.findings.filter((finding) => finding.stop === stop)),
    moves: movesIn(verdict),
    estate: estateOf(scan, run),
  }
}

type Findings = Verdict['findings']

function standingOf(
  stop: StopVerdict | undefined,
  ofTopic: Findings | undefined,
): Standing | undefined {
  if (stop === undefined) return undefined
  const { asked, examined } = stop
  const judged = ofTopic === undefined ? stop : judgeStop(stop.stop, ofTopic, { asked, examined })
  return { state: judged.state, words: wordsFor(judged) }
}

function wordsFor({ state, counts, waived, cannotTell, asked, examined }: StopVerdict): string {
  if (state === 'Not examined') return ''
  const open = severityWords(counts)
  const isWhole = examined >= asked
  return [
    open === 'nothing' ? (isWhole ? 'nothing open' : 'nothing open in what was read') : open,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(cannotTell > 0 ? [`${cannotTell} cannot tell`] : []),
  ].join(', ')
}

function soundingOf(findings: Findings): string | undefined {
  const moves = movesOf({ findings })
  const all = moves.reduce((sum, [, count]) => sum + count, 0)
  const [busiest] = moves
  if (busiest === undefined || all === 0) return undefined
  const [party, count] = busiest
  return count === all ? `${all} open, all ${party}` : `${all} open, ${count} ${party}`
}

// Whoever has nothing to do is told so: that is an answer too.
function movesIn({ findings, focus }: Verdict): readonly Move[] {
  return movesOf({ findings }).map(([party, count]) => {
    const first = focus.find(({ duty }) => duty === party)
    const begin = first === undefined ? [] : [`first: ${first.title}`]
    return { party, what: [`${count} open`, ...begin].join(', ') }
  })
}

const MOST_ACTIONS = 3

function estateOf({ verdict, targets }: Scan, run: Run): PosterEstate {
  const isPartial = isIncomplete(verdict)
  return {
    state: overallState(verdict.stops),
    facts: [targets.join(' '), ...circumstances(verdict, run), verdict.scene.today],
    open: [...openWords(verdict), examinedWords(verdict)],
    gap: isPartial ? GAP : undefined,
    first: actionsFor(verdict, run)
      .slice(0, MOST_ACTIONS)
      .map((action) => ({
        title: action.title,
        severity: action.severity,
        closes: action.findings.length,
        owner: action.duty,
        command: commandOf(action, run),
      })),
  }
}

const GAP = 'Not all of it could be examined: more may be open. portolan scan tells what.'
