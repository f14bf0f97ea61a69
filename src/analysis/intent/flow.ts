import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import { resourceKey } from '../../model/resource.ts'
import type { Protocol } from '../reach/connection-set.ts'

/** How sure it is that a connection is meant, from most to least. `possible` is told, but never opened unasked. */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const

/** How sure it is that a connection is meant. */
export type Confidence = (typeof CONFIDENCES)[number]

/** Where it is said that a connection is meant. The words name keys and objects, never a value that may be secret. */
export interface Evidence {
  readonly place: Place | undefined
  readonly words: string
}

/** One end of a connection that is meant. */
export type Party =
  | { readonly kind: 'pods'; readonly pod: Pod }
  /** Pods that were not read, of a namespace; of one Service in it when `service` is known. */
  | { readonly kind: 'elsewhere'; readonly namespace: string; readonly service: string | undefined }
  /** Addresses outside: those of `host`, or `blocks` (CIDR); anybody when both are empty. */
  | {
      readonly kind: 'outside'
      readonly host: string | undefined
      readonly blocks: readonly string[]
    }
  /** The controller of an Ingress or Gateway class, which was not read. */
  | { readonly kind: 'controller'; readonly className: string }
  /** What scrapes metrics and was not read. */
  | { readonly kind: 'scraper' }
  | { readonly kind: 'apiServer' }
  | { readonly kind: 'nodes' }
  | { readonly kind: 'dns' }

/** A connection that is meant: one port, from one party to another. Ports are those of the pods, not of Services. */
export interface Flow {
  readonly from: Party
  readonly to: Party
  readonly protocol: Protocol
  readonly port: number
  readonly confidence: Confidence
  readonly evidence: readonly Evidence[]
}

/** What tells parties from one another. */
export function partyKey(party: Party): string {
  switch (party.kind) {
    case 'pods':
      return `pods ${resourceKey(party.pod.owner)}`
    case 'elsewhere':
      return `elsewhere ${party.namespace}/${party.service ?? '*'}`
    case 'outside':
      return `outside ${party.host ?? ''} ${party.blocks.join(',')}`
    case 'controller':
      return `controller ${party.className}`
    default:
      return party.kind
  }
}

/** What tells flows from one another: their ends, protocol and port. */
function flowKey({ from, to, protocol, port }: Flow): string {
  return `${partyKey(from)} > ${partyKey(to)} ${protocol} ${port}`
}

/** A party in a few words: `shop/checkout[Deployment]`, `api.psp.example`, `the API server`. */
export function partyName(party: Party): string {
  switch (party.kind) {
    case 'pods': {
      const { namespace = '', name, kind } = party.pod.owner
      return `${namespace}/${name}[${kind}]`
    }
    case 'elsewhere':
      return `${party.namespace}/${party.service ?? '*'}`
    case 'outside':
      return party.host ?? (party.blocks.length > 0 ? party.blocks.join(', ') : 'outside')
    case 'controller':
      return `the Ingress controller ${party.className}`.trimEnd()
    default:
      return NAMES[party.kind]
  }
}

const NAMES = {
  scraper: 'what scrapes metrics',
  apiServer: 'the API server',
  nodes: 'the nodes',
  dns: 'DNS',
} as const

/** Whether two flows are the same but for their evidence: then one flow with the evidence of both, most certain first. */
export function mergeFlows(flows: Iterable<Flow>): readonly Flow[] {
  const merged = new Map<string, Flow>()
  for (const flow of flows) {
    const key = flowKey(flow)
    const known = merged.get(key)
    merged.set(key, known === undefined ? flow : joined(known, flow))
  }
  return [...merged.values()]
}

function joined(one: Flow, two: Flow): Flow {
  const [first, second] = rank(one) <= rank(two) ? [one, two] : [two, one]
  const known = new Set(first.evidence.map(({ words }) => words))
  const more = second.evidence.filter(({ words }) => !known.has(words))
  return { ...first, evidence: [...first.evidence, ...more] }
}

function rank({ confidence }: Flow): number {
  return CONFIDENCES.indexOf(confidence)
}
