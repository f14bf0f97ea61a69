import { parseBlock, type Block } from '../../../analysis/addresses/cidr.ts'
import type { Flow, Party } from '../../../analysis/intent/flow.ts'
import { contains } from '../../../analysis/reach/connection-set.ts'
import type { AddressRange, Peer, Workload } from '../../../analysis/reach/peer.ts'
import { reachOf } from '../../../analysis/reach/reach-of.ts'
import type { Reach, Reason } from '../../../analysis/reach/reach.ts'
import { groupByAll } from '../../../base/group.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import { resourceKey } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { addressesOf } from './addresses.ts'
import { standInFor, twinName, withStandIns } from './stand-ins.ts'
import { variantKey, withVariantsApart } from './variants.ts'

/** A pair of peers of the engine that a flow is between. */
export interface Pairing {
  readonly from: Peer
  readonly to: Peer
}

/** What the engine says of flows of a scene. */
export interface Court {
  readonly reach: Reach
  /** All pairs of peers that a flow needs; none when the engine knows an end of it not at all. */
  readonly pairingsOf: (flow: Flow) => readonly Pairing[]
}

/** Opens the engine over a scene with all parties of some flows in it. */
export function courtOver(scene: Scene, flows: readonly Flow[]): Court {
  const whole = withVariantsApart(withStandIns(scene, flows))
  const reach = reachOf(whole)
  const byKey = workloadsBy(whole)
  const find = (party: Party, isSource: boolean): readonly Peer[] => {
    if (party.kind === 'pods') return byKey.get(resourceKey(party.pod.owner)) ?? []
    const stand = standInFor(party)
    if (stand !== undefined) return orNone(reach.workload(`${stand.namespace}/${stand.name}[Pod]`))
    return rangesOf(party, { isSource, reach, scene: whole })
  }
  return {
    reach,
    pairingsOf({ from, to }) {
      const isSelf = from.kind === 'pods' && to.kind === 'pods' && from.pod === to.pod
      const targets = isSelf
        ? orNone(reach.workload(`${from.pod.owner.namespace ?? ''}/${twinName(from.pod)}[Pod]`))
        : find(to, false)
      return find(from, true).flatMap((source) =>
        targets.map((target) => ({ from: source, to: target })),
      )
    },
  }
}

/** Whether a flow is allowed between all of its pairs: for certain, maybe, or not. */
export function verdictOn(flow: Flow, { reach, pairingsOf }: Court): 'open' | 'maybe' | 'closed' {
  const answers = pairingsOf(flow).map(({ from, to }) => {
    const { open, maybe } = reach.between(from, to)
    if (contains(open, flow.protocol, flow.port)) return 'open'
    return contains(maybe, flow.protocol, flow.port) ? 'maybe' : 'closed'
  })
  if (answers.length === 0) return 'maybe'
  if (answers.includes('closed')) return 'closed'
  return answers.includes('maybe') ? 'maybe' : 'open'
}

/** The rules that allow a flow for one of its pairs, out of the one and into the other. */
export function allowing(flow: Flow, pairing: Pairing, { reach }: Court): readonly Reason[] {
  return reach
    .reasons(pairing.from, pairing.to)
    .filter(
      (reason) =>
        reason.verdict === 'allow' &&
        reason.isSure &&
        contains(reason.connections, flow.protocol, flow.port),
    )
}

const workloadsBy = oncePerScene((scene): ReadonlyMap<string, readonly Workload[]> =>
  groupByAll(reachOf(scene).workloads, ({ pods }) => [
    ...new Set(pods.map(({ owner }) => variantKey(owner))),
  ]),
)

interface Outlook {
  readonly isSource: boolean
  readonly reach: Reach
  readonly scene: Scene
}

// All ranges that lie within the addresses that are meant: policies cut ranges where their own blocks end.
function rangesOf(party: Party, { isSource, reach, scene }: Outlook): readonly AddressRange[] {
  const addresses = addressesOf(party, isSource, scene)
  if (addresses === undefined) return []
  const [blocks, except] = [addresses.blocks, addresses.except].map((texts) =>
    texts.flatMap((text) => orNone(parseBlock(text))),
  )
  const ranges = isSource ? reach.sources : reach.destinations
  return ranges.filter(
    (range) =>
      (blocks ?? []).some((block) => meets(block, range)) &&
      !(except ?? []).some((block) => isInside(range, block)),
  )
}

function meets(block: Block, { family, first, last }: AddressRange): boolean {
  if (block.family !== family) return false
  const [start, end] = bounds(block)
  return first <= end && start <= last
}

function isInside({ family, first, last }: AddressRange, block: Block): boolean {
  if (block.family !== family) return false
  const [start, end] = bounds(block)
  return start <= first && last <= end
}

function bounds({ family, bits, prefix }: Block): readonly [bigint, bigint] {
  const free = BigInt((family === 4 ? 32 : 128) - prefix)
  return [bits, bits | ((1n << free) - 1n)]
}

function orNone<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
