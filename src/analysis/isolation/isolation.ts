import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { CALICO_GLOBAL_POLICIES, CALICO_POLICIES, readCalicoPolicy } from './calico-policy.ts'
import { CILIUM_CLUSTER_POLICY, CILIUM_POLICY, readCiliumPolicy } from './cilium-policy.ts'
import { claimBoth } from './claims.ts'
import { DIRECTIONS, type Closing, type Direction } from './closing.ts'
import { CLUSTER_POLICIES, readClusterPolicy } from './cluster-policy.ts'
import { readNetworkPolicy } from './network-policy.ts'
import { territoriesOf, type Territory } from './subjects.ts'
import { readUnreadPolicies } from './unread-policy.ts'

/** Whether some policy denies what it does not allow, for one pod and one direction. */
export type Isolation = 'isolated' | 'open' | 'unknown'

/** Tells the isolation of a pod of the scene. */
export type IsolationOf = (pod: Pod, direction: Direction) => Isolation

/**
 * Which pods are isolated by the policies that were read: NetworkPolicy, those of the network-policy-api, of Cilium and
 * of Calico. A pod on its node's network is open, as no policy reaches it. Whether the plugin enforces policies is
 * another question, see `enforcementIn`. Built once for a scene: O(pods + policies + pods that policies select).
 */
export const isolationOf = oncePerScene(buildIsolation)

function buildIsolation(scene: Scene): IsolationOf {
  const closings = closingsIn(scene)
  if (closings.length === 0) return () => 'open'
  const ledger: Ledger = { pods: new Map(), territories: new Map() }
  const territories = territoriesOf(scene)
  // What selects whole namespaces comes first, as it spares the rest of the questions.
  for (const closing of closings.toSorted(byReach)) {
    for (const territory of territories) enter(closing, territory, ledger)
  }
  const homes = new Map(
    territories.flatMap((home) => home.subjects.map(({ pod }) => [pod, home] as const)),
  )
  return (pod, direction) => {
    const home = homes.get(pod)
    const blanket = home === undefined ? undefined : ledger.territories.get(home)
    return merge(ledger.pods.get(pod)?.[direction], blanket?.[direction])
  }
}

function byReach(one: Closing, other: Closing): number {
  return Number(other.pods.isEverything) - Number(one.pods.isEverything)
}

/** Everything that closes something, of every kind of policy that is understood. */
function closingsIn(scene: Scene): readonly Closing[] {
  const read = (kinds: readonly string[], reader: (policy: Resource) => readonly Closing[]) =>
    kinds.flatMap((kind) => scene.ofKind(kind)).flatMap(reader)
  return [
    ...read(['NetworkPolicy'], readNetworkPolicy),
    ...read(CLUSTER_POLICIES, readClusterPolicy),
    ...read([CILIUM_POLICY, CILIUM_CLUSTER_POLICY], readCiliumPolicy),
    ...read([...CALICO_POLICIES, ...CALICO_GLOBAL_POLICIES], (policy) =>
      readCalicoPolicy(policy, scene),
    ),
    ...readUnreadPolicies(scene),
  ]
}

type States = Partial<Record<Direction, Isolation>>

/** What is known so far: of single pods, and of all pods of a namespace at once. */
interface Ledger {
  readonly pods: Map<Pod, States>
  readonly territories: Map<Territory, States>
}

function enter(closing: Closing, territory: Territory, ledger: Ledger): void {
  const covers = closing.covers(territory)
  if (covers === false || isKnownAlready(closing, covers, ledger.territories.get(territory))) return
  if (closing.pods.isEverything) {
    note(ledger.territories, territory, closing, covers)
    return
  }
  for (const subject of territory.candidates(closing.pods)) {
    const selects = closing.pods.selects(closing.labelsOf(subject, territory))
    note(ledger.pods, subject.pod, closing, claimBoth(covers, selects))
  }
}

// What holds for the whole namespace need not be asked of each of its pods.
function isKnownAlready({ closes }: Closing, covers: Claim, blanket: States | undefined): boolean {
  if (blanket === undefined) return false
  return DIRECTIONS.every((direction) => {
    const claim = claimBoth(covers, closes[direction])
    const state = blanket[direction]
    return claim === false || state === 'isolated' || (claim === 'unclear' && state === 'unknown')
  })
}

function note<K>(states: Map<K, States>, key: K, { closes }: Closing, selects: Claim): void {
  if (selects === false) return
  const entry = states.get(key) ?? {}
  for (const direction of DIRECTIONS) {
    const claim = claimBoth(selects, closes[direction])
    if (claim === false) continue
    entry[direction] = merge(entry[direction], claim === true ? 'isolated' : 'unknown')
  }
  states.set(key, entry)
}

function merge(one: Isolation | undefined, other: Isolation | undefined): Isolation {
  if (one === 'isolated' || other === 'isolated') return 'isolated'
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'open'
}
