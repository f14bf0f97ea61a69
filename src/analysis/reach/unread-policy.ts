import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { DIRECTIONS, type Direction } from '../isolation/closing.ts'
import { UNREAD_POLICIES } from '../isolation/unread-policies.data.ts'
import { policyMakersIn } from '../isolation/unread-policy.ts'
import { UNREAD_PEERS } from './peers.ts'
import { podsAcross, podsOf, SOME_HOSTS } from './pod-group.ts'
import { rankIn, type PodGroup, type PolicyRule, type PolicySide } from './policy.ts'
import { ALL_PORTS } from './ports.ts'
import { userNetworksIn } from './user-networks.ts'

/** The kinds that are not followed: in namespaces, and outside of them. */
const KINDS: readonly UnreadKind[] = [
  ...UNREAD_POLICIES.kinds,
  // What nodes let through once they are endpoints hangs on policies that select them by labels nobody sees.
  ...['projectcalico.org', 'crd.projectcalico.org'].map((group): UnreadKind => ({
    kind: `${group}/HostEndpoint`,
    scope: 'hosts',
    directions: DIRECTIONS,
  })),
]

interface UnreadKind {
  readonly kind: string
  readonly scope: 'cluster' | 'namespace' | 'hosts'
  readonly directions: readonly Direction[]
}

/** A policy, or what makes policies or networks, that is not followed, and whom it may be about. */
export interface UnreadPolicy {
  readonly policy: Resource
  readonly sides: readonly PolicySide[]
}

/**
 * The policies of kinds that are not followed, and objects from which controllers make policies. They may allow and deny
 * whatever they may select: pods of their namespace, or everybody and the nodes as well.
 */
export function unreadPoliciesIn(scene: Scene): readonly UnreadPolicy[] {
  return [
    ...KINDS.flatMap((kind) =>
      scene.ofKind(kind.kind).map((policy) => unreadPolicy(policy, kind.scope, kind.directions)),
    ),
    ...policyMakersIn(scene).map((maker) => unreadPolicy(maker, 'cluster', DIRECTIONS)),
    ...userNetworksIn(scene).map(({ resource, pods }) => ({
      policy: resource,
      sides: DIRECTIONS.map((direction) => unreadSide(resource, direction, [pods])),
    })),
  ]
}

function unreadPolicy(
  policy: Resource,
  scope: UnreadKind['scope'],
  directions: readonly Direction[],
): UnreadPolicy {
  const subjects = {
    hosts: [SOME_HOSTS],
    cluster: EVERYBODY,
    namespace: [podsOf(policy.namespace ?? '', undefined)],
  } as const
  return {
    policy,
    sides: directions.map((direction) => unreadSide(policy, direction, subjects[scope])),
  }
}

const EVERYBODY = [podsAcross(undefined, undefined), SOME_HOSTS]

/** What a policy that is not understood may do to whom it may select, in one direction. It comes before all others. */
export function unreadSide(
  policy: Resource,
  direction: Direction,
  subjects: readonly PodGroup[],
): PolicySide {
  return {
    policy,
    direction,
    rank: rankIn('unread', 0),
    subjects,
    isolates: false,
    place: policy.place,
    rules: unreadRules(policy.place),
    isRead: false,
  }
}

/** A rule that is not understood: it may allow anything to anybody. */
export function unreadRule(place: Place): PolicyRule {
  return { action: 'allow', place, peers: UNREAD_PEERS, ports: ALL_PORTS, narrowed: [] }
}

/** The rules of a policy that is not understood: any of its peers may be denied, and any allowed. */
export function unreadRules(place: Place): readonly PolicyRule[] {
  const rule = unreadRule(place)
  return [{ ...rule, action: 'deny' }, rule]
}
