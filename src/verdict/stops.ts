import { STOPS, type Severity, type Stop } from '../model/itinerary.ts'
import type { Finding } from './finding.ts'

/** How a stop stands, best first but for the last: what was not examined is neither. */
export type StopState = 'Clear' | 'Attention' | 'Exposed' | 'Urgent' | 'Not examined'

/** How many findings of each severity are open. */
export type Counts = Readonly<Record<Severity, number>>

/** One stop of the itinerary, judged. `rules` were asked about `examined` subjects, of `asked` that there are. */
export interface StopVerdict {
  readonly stop: Stop
  readonly state: StopState
  readonly counts: Counts
  readonly waived: number
  readonly cannotTell: number
  readonly asked: number
  readonly examined: number
}

/** What of a stop could be looked at. */
export interface StopReach {
  readonly asked: number
  readonly examined: number
}

/** Judges each stop by its worst open finding; a stop without anything examined is never Clear. */
export function judgeStops(
  findings: readonly Finding[],
  reach: Readonly<Record<Stop, StopReach>>,
): readonly StopVerdict[] {
  const byStop = new Map<Stop, Finding[]>(STOPS.map((stop) => [stop, []]))
  for (const finding of findings) byStop.get(finding.stop)?.push(finding)
  return STOPS.map((stop) => judgeStop(stop, byStop.get(stop) ?? [], reach[stop]))
}

/** Judges one stop by its findings. Those of one topic alone tell in the same words how that topic stands. */
export function judgeStop(stop: Stop, findings: readonly Finding[], reach: StopReach): StopVerdict {
  const counts = countOpen(findings)
  const waived = findings.filter(({ state }) => state === 'waived').length
  const cannotTell = findings.filter(({ state }) => state === 'cannot-tell').length
  const isWhole = reach.examined >= reach.asked && cannotTell === 0
  const state = reach.examined === 0 ? 'Not examined' : stateOf(counts, isWhole)
  return { stop, state, counts, waived, cannotTell, ...reach }
}

/** The open findings by severity. */
export function countOpen(findings: readonly Pick<Finding, 'state' | 'severity'>[]): Counts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 }
  for (const { state, severity } of findings) if (state === 'open') counts[severity]++
  return counts
}

function stateOf(counts: Counts, isWhole: boolean): StopState {
  if (counts.critical > 0) return 'Urgent'
  if (counts.high > 0) return 'Exposed'
  if (counts.medium > 0 || !isWhole) return 'Attention'
  return 'Clear'
}
