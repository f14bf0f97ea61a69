import {
  CONFIDENCES,
  partyKey,
  partyName,
  type Flow,
  type Party,
} from '../../../analysis/intent/flow.ts'
import type { Direction } from '../../../analysis/isolation/closing.ts'
import { groupBy } from '../../../base/group.ts'
import type { Json } from '../../../model/edit.ts'
import { spotOf } from '../../../model/place.ts'
import type { Scene } from '../../../model/scene.ts'
import { plural } from '../../../report/headline.ts'
import type { Manifest } from '../draft.ts'
import { addressesOf, controllerHome } from './addresses.ts'
import { MANAGED_LABEL } from './managed.ts'
import { peersFor } from './peers.ts'

/** A rule of NetworkPolicy with the evidence for it. */
export interface DraftedRule {
  readonly rule: Manifest
  readonly why: readonly string[]
}

const FIELDS = { ingress: 'from', egress: 'to' } as const

/**
 * The rules that let flows through in one direction, one for each party at the other end, in the order of their names.
 * A party that no policy can name has none.
 */
export function rulesFor(
  flows: readonly Flow[],
  standpoint: { readonly namespace: string; readonly direction: Direction; readonly scene: Scene },
): readonly DraftedRule[] {
  const { direction, scene } = standpoint
  const other = (flow: Flow): Party => (direction === 'egress' ? flow.to : flow.from)
  const parties = groupBy(flows, (flow) => partyKey(other(flow)))
  return [...parties]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own
      if (first === undefined) return []
      const party = other(first)
      const peers = peersFor(party, standpoint)
      if (peers.length === 0) return []
      const rule = { [FIELDS[direction]]: peers, ports: portsOf(own) }
      const todo = todoFor(party, direction, scene)
      const why = [evidenceLine(own, party, direction)]
      return [{ rule, why: todo === undefined ? why : [...why, `  TODO: ${todo}`] }]
    })
}

function portsOf(flows: readonly Flow[]): readonly Json[] {
  return flows
    .map(({ protocol, port }) => ({ protocol, port }))
    .toSorted((a, b) =>
      a.protocol === b.protocol ? a.port - b.port : a.protocol < b.protocol ? -1 : 1,
    )
}

const MOST_TOLD = 2
const WAYS = { ingress: 'in from', egress: 'out to' } as const

/** What is let through to or from a party, and where it is said that this is meant. */
export function evidenceLine(flows: readonly Flow[], party: Party, direction: Direction): string {
  const ports = flows.map(({ protocol, port }) => `${protocol} ${port}`).join(', ')
  const confidence = CONFIDENCES.find((each) => flows.some((flow) => flow.confidence === each))
  const evidence = [
    ...new Map(flows.flatMap((flow) => flow.evidence.map((one) => [one.words, one]))).values(),
  ]
  const told = evidence.slice(0, MOST_TOLD).map(({ place, words }) => {
    if (place === undefined) return words
    const { file, line } = spotOf(place)
    return `${words} (${file}:${line})`
  })
  const more = evidence.length - told.length
  const all = more > 0 ? [...told, plural(more, 'further mention')] : told
  return `${WAYS[direction]} ${partyName(party)}, ${ports}, ${confidence}: ${all.join('; ')}.`
}

// Where a rule is wider than what is meant, because nobody said the address.
function todoFor(party: Party, direction: Direction, scene: Scene): string | undefined {
  const isGuess = addressesOf(party, direction === 'ingress', scene)?.isGuess ?? false
  if (party.kind === 'controller' && controllerHome(party.className) === undefined)
    return 'name the namespace in which the controller runs; until then all namespaces may.'
  if (!isGuess) return undefined
  return party.kind === 'outside'
    ? 'name the addresses of that host; until then the rule leads to the whole internet, private addresses left out.'
    : 'name its addresses; until then the rule leads to all private ones, and to none that is public.'
}

/** A policy of a namespace, labelled as written here. Without a namespace of its own it goes where it is applied. */
export function managedPolicy(
  name: string,
  namespace: string | undefined,
  spec: Manifest,
): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels: MANAGED_LABEL },
    spec,
  }
}
