import { partyName, type Flow } from '../../../analysis/intent/flow.ts'
import { groupBy } from '../../../base/group.ts'
import { spotOf } from '../../../model/place.ts'
import { plural } from '../../../report/headline.ts'
import type { Fate, Proof } from './prove.ts'
import type { Remaining } from './shifts.ts'

const MOST_TOLD = 40

/** The proof as lines of text, what matters first. */
export function proofLines(proof: Proof): readonly string[] {
  const { flows, possible, closed, remaining, doors, rules, unneeded } = proof
  const of = (fate: Fate): readonly Flow[] =>
    flows.flatMap((each) => (each.fate === fate ? [each.flow] : []))
  const kept = of('kept').length + of('named').length + of('assumed').length
  return [
    `Meant and kept: ${kept} of ${plural(flows.length, 'connection')}; lost: ${of('lost').length}.`,
    ...section('Lost', of('lost'), flowLine),
    ...section('Kept by its name, whose addresses Cilium looks up itself', of('named'), flowLine),
    ...section('Kept if the address is a usual one, as nobody said which', of('assumed'), flowLine),
    ...section('Closed before, by policies of others, and left so', of('closedBefore'), flowLine),
    ...section('Nobody can tell', of('undecided'), flowLine),
    ...section('May be meant, and not opened', possible, evidenceLine),
    `Closed: of ${plural(closed.before, 'pair')} of workloads that could talk, ${closed.after} still can.`,
    ...section(
      'Closed or narrowed, by namespaces',
      closed.byNamespaces,
      ({ from, to, closed: count }) => {
        return `${from} > ${to}: ${count}`
      },
    ),
    ...section('Opened', closed.opened, (pair) => pair),
    ...doors.map(
      ({ name, before, after }) =>
        `${DOORS[name]}: ${plural(before, 'workload')} before, ${after.length} after${after.length === 0 ? '' : ` (${after.join(', ')})`}.`,
    ),
    ...section('Still open though nothing means it', remainingLines(remaining), (line) => line),
    rulesLine(rules, unneeded.length),
    ...section('Not needed', unneeded, ({ namespace, policy, direction, rule }) => {
      return `${namespace ?? ''}/${policy}, ${direction} rule ${rule + 1}`
    }),
  ]
}

function rulesLine(rules: number, unneeded: number): string {
  if (unneeded > 0) return `Rules written: ${rules}; not needed: ${unneeded}.`
  return `Rules written: ${rules}; without each one of them something that is meant is lost.`
}

// Policies cut the addresses outside into many ranges, which are open for the same reason.
function remainingLines(remaining: readonly Remaining[]): readonly string[] {
  const isRange = (id: string): boolean => !/[[{]/.test(id)
  const groups = groupBy(remaining, ({ from, to, because }) =>
    JSON.stringify([isRange(from) || from, isRange(to) || to, because]),
  )
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const { from, to, connections, because } = first
    const reasons = because.join('; ')
    if (others.length === 0) return [`${from} > ${to}, ${connections}: ${reasons}`]
    const ends = [from, to].map((id) => (isRange(id) ? `${others.length + 1} ranges outside` : id))
    return [`${ends.join(' > ')}: ${reasons}`]
  })
}

const DOORS = {
  metadata: 'Reach the metadata of their node',
  kubelet: 'Reach kubelets',
  internet: 'Reach every port of the internet',
} as const

function section<T>(
  heading: string,
  members: readonly T[],
  lineOf: (member: T) => string,
): readonly string[] {
  if (members.length === 0) return []
  const more = members.length - MOST_TOLD
  return [
    `${heading}:`,
    ...members.slice(0, MOST_TOLD).map((member) => `  ${lineOf(member)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}

function flowLine({ from, to, protocol, port }: Flow): string {
  return `${partyName(from)} > ${partyName(to)}, ${protocol} ${port}`
}

function evidenceLine(flow: Flow): string {
  const [first] = flow.evidence
  if (first?.place === undefined) return flowLine(flow)
  const { file, line } = spotOf(first.place)
  return `${flowLine(flow)}: ${first.words} (${file}:${line})`
}

/** The proof as JSON: flows with their evidence as places, and all the rest as it is. */
export function proofBody({ flows, possible, ...rest }: Proof): object {
  return {
    flows: flows.map(({ flow, fate }) => ({ ...flowBody(flow), fate })),
    possible: possible.map(flowBody),
    ...rest,
  }
}

function flowBody({ from, to, protocol, port, confidence, evidence }: Flow): object {
  return {
    from: partyName(from),
    to: partyName(to),
    connection: `${protocol} ${port}`,
    confidence,
    evidence: evidence.map(({ place, words }) => {
      if (place === undefined) return { words }
      const { file, line, column } = spotOf(place)
      return { at: `${file}:${line}:${column}`, words }
    }),
  }
}
