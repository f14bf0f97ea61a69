import { partyKey, type Flow, type Party } from '../../../analysis/intent/flow.ts'
import { intentOf } from '../../../analysis/intent/intent.ts'
import type { Direction } from '../../../analysis/isolation/closing.ts'
import { isolationOf, type IsolationOf } from '../../../analysis/isolation/isolation.ts'
import { isWorkload } from '../../../analysis/isolation/network-share.ts'
import { groupBy } from '../../../base/group.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import type { Pod } from '../../../model/pod.ts'
import { resourceKey } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { allowing, courtOver, type Court } from './ends.ts'
import { withoutManaged } from './managed.ts'

/** What a workload needs of the policies that are written for it: the flows that nobody else's policy lets through. */
export interface Needs {
  readonly pod: Pod
  readonly flows: Readonly<Record<Direction, readonly Flow[]>>
}

/** The flows that are opened: all but those that may be meant. */
export function wantedFlows(scene: Scene): readonly Flow[] {
  return intentOf(scene).filter(isMeant)
}

/** Whether a flow is meant rather than one that may be. */
export function isMeant({ confidence }: Flow): boolean {
  return confidence !== 'possible'
}

const withoutOurs = oncePerScene(withoutManaged)

/**
 * Whether nothing but the policies written here closes a direction of a pod. What others closed was closed on purpose,
 * and is not opened from here.
 */
export function isOurs(pod: Pod, direction: Direction, scene: Scene): boolean {
  return isWorkload(pod) && isolationByOthers(scene)(pod, direction) !== 'isolated'
}

// Another scene has pods of its own, of the same objects.
const isolationByOthers = oncePerScene((scene): IsolationOf => {
  const others = withoutOurs(scene)
  const pods = new Map(others.pods.map((pod) => [pod.owner, pod]))
  return (pod, direction) => isolationOf(others)(pods.get(pod.owner) ?? pod, direction)
})

/** What each workload needs, by its object. Worked out once for a scene. */
export const needsIn = oncePerScene((scene): ReadonlyMap<string, Needs> => {
  const flows = wantedFlows(scene)
  const court = courtOver(withoutOurs(scene), flows)
  const desk = { scene, court }
  const outward = groupBy(
    flows.filter((flow) => isNeeded(flow, 'egress', desk)),
    ({ from }) => partyKey(from),
  )
  const inward = groupBy(
    flows.filter((flow) => isNeeded(flow, 'ingress', desk)),
    ({ to }) => partyKey(to),
  )
  return new Map(
    scene.pods.map((pod) => {
      const key = partyKey({ kind: 'pods', pod })
      const own = { ingress: inward.get(key) ?? [], egress: outward.get(key) ?? [] }
      return [resourceKey(pod.owner), { pod, flows: own }]
    }),
  )
})

interface Desk {
  readonly scene: Scene
  readonly court: Court
}

function isNeeded(flow: Flow, direction: Direction, { scene, court }: Desk): boolean {
  const own: Party = direction === 'egress' ? flow.from : flow.to
  const other: Party = direction === 'egress' ? flow.to : flow.from
  // Nodes reach their own pods whatever policies say, and probes come from nowhere else.
  if (own.kind !== 'pods' || (direction === 'ingress' && other.kind === 'nodes')) return false
  if (!isOurs(own.pod, direction, scene)) return false
  const pairings = court.pairingsOf(flow)
  return (
    pairings.length === 0 ||
    !pairings.every((pairing) =>
      allowing(flow, pairing, court).some((reason) => reason.direction === direction),
    )
  )
}
