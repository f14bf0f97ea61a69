import { PARTIES, type Party } from '../model/duty.ts'
import { SEVERITIES, type Severity } from '../model/itinerary.ts'
import { OFFERING_TITLES } from '../model/offering.ts'
import { formatVersion } from '../model/version.ts'
import { countOpen, type Counts, type StopState, type StopVerdict } from '../verdict/stops.ts'
import type { ChangeCounts, Run } from './report.ts'
import type { Verdict } from './told.ts'

const WORST_FIRST: readonly StopState[] = [
  'Urgent',
  'Exposed',
  'Attention',
  'Clear',
  'Not examined',
]

/** The shape beside each state word: colour alone tells nothing to many. */
export const SHAPES: Readonly<Record<StopState, string>> = {
  Clear: '✓',
  Attention: '◆',
  Exposed: '▲',
  Urgent: '■',
  'Not examined': '○',
}

/** The shape of the state that one such finding puts its stop in; a low one leaves it clear. */
export const SEVERITY_SHAPES: Readonly<Record<Severity, string>> = {
  critical: SHAPES.Urgent,
  high: SHAPES.Exposed,
  medium: SHAPES.Attention,
  low: '·',
}

/** How the whole stands: as its worst stop. Not examined only when no stop was. */
export function overallState(stops: readonly StopVerdict[]): StopState {
  return WORST_FIRST.find((state) => stops.some((stop) => stop.state === state)) ?? 'Not examined'
}

/** `3 critical, 41 high`, or `nothing` when all counts are zero. */
export function severityWords(counts: Counts): string {
  const words = SEVERITIES.filter((severity) => counts[severity] > 0)
  return words.map((severity) => `${counts[severity]} ${severity}`).join(', ') || 'nothing'
}

/** The open findings in words, and what is counted apart. Where nothing was examined, none is no good news. */
export function openWords({ findings, stops }: Verdict): readonly string[] {
  if (overallState(stops) === 'Not examined') return ['nothing is known']
  const waived = findings.filter(({ state }) => state === 'waived').length
  const unclear = findings.filter(({ state }) => state === 'cannot-tell').length
  return [
    `${severityWords(countOpen(findings))} open`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(unclear > 0 ? [`${unclear} cannot tell`] : []),
  ]
}

/** How many stops something was examined of. */
export function examinedWords({ stops }: Verdict): string {
  const examined = stops.filter(({ state }) => state !== 'Not examined').length
  return `${examined} of ${stops.length} stops examined`
}

/** Whose move it is: every party with its open findings, who has most first. */
export function movesOf({
  findings,
}: Pick<Verdict, 'findings'>): readonly (readonly [Party, number])[] {
  const counts = new Map<Party, number>(PARTIES.map((party) => [party, 0]))
  for (const { state, duty } of findings) {
    if (state === 'open') counts.set(duty, (counts.get(duty) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])
}

/** What was judged by what: the parts of the first line. */
export function circumstances({ scene, rules }: Verdict, run: Run): readonly string[] {
  const { offering } = scene
  return [
    `Kubernetes ${formatVersion(scene.kubernetes)}`,
    `profile ${run.profile}`,
    offering === 'none' ? 'offering not known' : OFFERING_TITLES[offering],
    plural(rules.length, 'rule'),
    ...(run.selection.length > 0 ? [`narrowed by ${run.selection.join(', ')}`] : []),
  ]
}

// The exit code of a run that could not look at everything.
const INCOMPLETE = 3

/** Whether the gate holds, and with which exit code the run ends. */
export function gateWords({ gate, exitCode }: Run): string {
  const { failOn, newOnly, byStop, failed } = gate
  const count = failed > 0 ? `failed: ${failed}` : 'passed: none'
  const what = newOnly ? `${count} new` : count
  const own = [...(byStop ?? [])].map(([stop, level]) => `, ${level} in ${stop}`).join('')
  const isOff = failOn === 'never' && own === ''
  const outcome = isOff ? 'off' : `${what} at or above ${failOn}${own}`
  return `${outcome}${exitCode === INCOMPLETE ? ', but incomplete' : ''} -> exit ${exitCode}`
}

/** `2 new, 1 gone, 14 unchanged`; what nobody looked at is neither gone nor unchanged. */
export function changeWords(counts: ChangeCounts): string {
  const { new: fresh, gone, same, cannotCompare } = counts
  const untold = cannotCompare > 0 ? `, ${cannotCompare} cannot be compared` : ''
  return `${fresh} new, ${gone} gone, ${same} unchanged${untold}`
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
