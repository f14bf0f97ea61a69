import type { Fault } from '../../base/fault.ts'
import { formatPath, spotOf, type Place } from '../../model/place.ts'
import { resourceKey, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { CALICO_GLOBAL_POLICIES, CALICO_POLICIES } from '../isolation/calico-policy.ts'
import { CILIUM_CLUSTER_POLICY, CILIUM_POLICY } from '../isolation/cilium-policy.ts'
import { CLUSTER_POLICIES } from '../isolation/cluster-policy.ts'
import { calicoDoubtsOf, calicoFlawsOf } from './calico-flaws.ts'
import { readCalicoPolicy } from './calico-policy.ts'
import { ciliumDoubtsOf, ciliumFlawsOf } from './cilium-flaws.ts'
import { ciliumModeSides } from './cilium-mode.ts'
import { readCiliumPolicy } from './cilium-policy.ts'
import { clusterFlawsOf } from './cluster-policy-flaws.ts'
import { readClusterPolicy } from './cluster-policy.ts'
import type { Flaw } from './flaw.ts'
import { flawsOf } from './network-policy-flaws.ts'
import { readNetworkPolicy } from './network-policy.ts'
import type { PolicySide } from './policy.ts'
import type { PluginProfile } from './profile.ts'
import type { Conflict } from './rows.ts'
import { unreadPoliciesIn } from './unread-policy.ts'

/** What all policies of a scene say, and what of them could not be understood. */
export interface ReadPolicies {
  readonly sides: readonly PolicySide[]
  readonly faults: readonly Fault[]
}

/** How one kind of policy is read. */
interface Reader {
  readonly kinds: readonly string[]
  readonly read: (policy: Resource, profile: PluginProfile, scene: Scene) => readonly PolicySide[]
  /** Why the API would refuse it. */
  readonly flawsOf: (policy: Resource) => readonly Flaw[]
  /** What the API takes, but is not followed here. */
  readonly doubtsOf: (policy: Resource, scene: Scene) => readonly Flaw[]
}

const nothing = (): readonly Flaw[] => []

const READERS: readonly Reader[] = [
  { kinds: CLUSTER_POLICIES, read: readClusterPolicy, flawsOf: clusterFlawsOf, doubtsOf: nothing },
  { kinds: ['NetworkPolicy'], read: readNetworkPolicy, flawsOf, doubtsOf: nothing },
  {
    kinds: [CILIUM_POLICY, CILIUM_CLUSTER_POLICY],
    read: readCiliumPolicy,
    flawsOf: ciliumFlawsOf,
    doubtsOf: ciliumDoubtsOf,
  },
  {
    kinds: [...CALICO_POLICIES, ...CALICO_GLOBAL_POLICIES],
    read: readCalicoPolicy,
    flawsOf: calicoFlawsOf,
    doubtsOf: calicoDoubtsOf,
  },
]

/** Reads the policies of every kind; those of kinds that are not followed have a fault. Of several with one name the last one holds. */
export function readPolicies(scene: Scene, profile: PluginProfile): ReadPolicies {
  const sides: PolicySide[] = [...ciliumModeSides(scene)]
  const faults: Fault[] = []
  for (const unread of unreadPoliciesIn(scene)) {
    sides.push(...unread.sides)
    faults.push(unreadFault(unread.policy))
  }
  for (const { kinds, read, flawsOf: findFlaws, doubtsOf } of READERS) {
    for (const policy of lastOfEach(kinds.flatMap((kind) => scene.ofKind(kind)))) {
      sides.push(...read(policy, profile, scene))
      faults.push(...findFlaws(policy).map((flaw) => faultOf(policy, flaw)))
      faults.push(...doubtsOf(policy, scene).map((doubt) => doubtFault(policy, doubt)))
    }
  }
  return { sides, faults }
}

function lastOfEach(policies: readonly Resource[]): readonly Resource[] {
  return [...new Map(policies.map((policy) => [resourceKey(policy), policy])).values()]
}

function unreadFault(policy: Resource): Fault {
  return {
    code: 'REACH_UNREAD',
    at: placeText(policy.place),
    message: `${policy.kind} "${policy.name}" is of a kind that is not followed here. Whom it may select is not known to be open or closed.`,
    remedy: 'Ask the plugin that honours it, or write it as a NetworkPolicy.',
  }
}

function faultOf(policy: Resource, { path, message }: Flaw): Fault {
  return {
    code: 'REACH_POLICY',
    at: placeText(policy.at(...path)),
    message: `${policy.kind} "${policy.name}" is not as the API takes it, at ${formatPath(path)}: ${message}. Whom it selects is not known to be open or closed.`,
    remedy: 'Correct the field, or leave it out.',
  }
}

function doubtFault(policy: Resource, { path, message }: Flaw): Fault {
  return {
    code: 'REACH_UNREAD',
    at: placeText(policy.at(...path)),
    message: `${policy.kind} "${policy.name}" says what is not followed here, at ${formatPath(path)}: ${message}. Whom it is about is not known to be open or closed.`,
    remedy: 'Ask the plugin that honours it.',
  }
}

/** Policies of one priority that decide a connection differently: which of them holds is not known. */
export function conflictFaults(conflicts: readonly Conflict[]): readonly Fault[] {
  return conflicts.map(({ one, other }) => ({
    code: 'REACH_PRIORITY',
    at: placeText(other.policy.at('spec', 'priority')),
    message: `${one.policy.kind} "${one.policy.name}" and "${other.policy.name}" have one priority and decide some connections differently, so nobody knows which holds.`,
    remedy: 'Give them different priorities; the lower number is asked first.',
  }))
}

function placeText(place: Place): string {
  const { file, line, column } = spotOf(place)
  return `${file}:${line}:${column}`
}
