import { SEVERITIES, type Stop } from '../model/itinerary.ts'
import type { StopVerdict } from '../verdict/stops.ts'
import type { Run } from './report.ts'
import type { Action, Finding, Verdict } from './told.ts'

/** The findings, new ones before known ones, then worst first; those of one rank stay in the order of the estate. */
export function worstFirst(
  findings: readonly Finding[],
  comparison?: Run['comparison'],
): readonly Finding[] {
  const age = (finding: Finding): number => (comparison?.isNew(finding) === false ? 1 : 0)
  return findings.toSorted(
    (a, b) => age(a) - age(b) || rankOf(a) - rankOf(b) || plainness(a) - plainness(b),
  )
}

// What concerns a crown jewel is read first among what is equally bad.
function plainness({ crownJewel }: Pick<Finding, 'crownJewel'>): number {
  return crownJewel === undefined ? 1 : 0
}

// Open findings by severity, then what cannot be told, then what is waived: 0 is read first.
function rankOf({ state, severity }: Finding): number {
  const rank = SEVERITIES.indexOf(severity)
  if (state === 'open') return rank
  return SEVERITIES.length + (state === 'cannot-tell' ? 0 : SEVERITIES.length) + rank
}

/**
 * The actions in the persona's order. Severity still goes first: no interest leads away from what is worst. Among the
 * equally bad those come first that are the persona's own move, then those nearest to the persona.
 */
export function actionsFor({ focus }: Verdict, { persona, topicOf }: Run): readonly Action[] {
  if (persona === undefined) return focus
  const severity = (action: Action): number => SEVERITIES.indexOf(action.severity)
  const isOwn = ({ duty }: Action): number => (duty === persona ? 1 : 0)
  const nearness = (action: Action): number => topicOf(action.rule).affinity[persona]
  return focus.toSorted(
    (a, b) =>
      severity(a) - severity(b) ||
      plainness(a) - plainness(b) ||
      isOwn(b) - isOwn(a) ||
      nearness(b) - nearness(a),
  )
}

/** The stops in the persona's order: by the topic of each that is nearest to the persona, else along the itinerary. */
export function stopsFor({ stops, rules }: Verdict, run: Run): readonly StopVerdict[] {
  const { persona, topicOf } = run
  if (persona === undefined) return stops
  const nearness = new Map<Stop, number>()
  for (const { stop, affinity } of rules.map(topicOf)) {
    nearness.set(stop, Math.max(nearness.get(stop) ?? -1, affinity[persona]))
  }
  return stops.toSorted((a, b) => (nearness.get(b.stop) ?? -1) - (nearness.get(a.stop) ?? -1))
}
