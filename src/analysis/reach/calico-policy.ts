import { isList, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { CALICO_GLOBAL_POLICIES, typesOf } from '../isolation/calico-policy.ts'
import { claimBoth } from '../isolation/claims.ts'
import { DIRECTIONS, type Direction } from '../isolation/closing.ts'
import { calicoDoubtsOf, calicoFlawsOf } from './calico-flaws.ts'
import { calicoPeers, narrowsPeers, ofFamily } from './calico-peers.ts'
import { calicoPorts } from './calico-ports.ts'
import { calicoPods } from './calico-selector.ts'
import { tierOf } from './calico-tiers.ts'
import { doubtPeers } from './peers.ts'
import { podsAcross, podsOf, SOME_HOSTS } from './pod-group.ts'
import type { Narrowing, PodGroup, PolicyRule, PolicySide } from './policy.ts'
import type { PluginProfile } from './profile.ts'
import { unreadRules, unreadSide } from './unread-policy.ts'

/**
 * What a NetworkPolicy or GlobalNetworkPolicy of Calico says, by direction: rules in order, in the order of its tier and
 * in the tier by its own. What it selects is denied at the end of the tier, unless that passes it on. Source:
 * projectcalico.org/v3, Calico 3.33.
 */
export function readCalicoPolicy(
  policy: Resource,
  _profile: PluginProfile,
  scene: Scene,
): readonly PolicySide[] {
  const tier = tierOf(policy, scene)
  const isUnderstood =
    tier !== undefined &&
    !isPlaceholder(memberOf(policy.value, 'spec')) &&
    calicoFlawsOf(policy).length === 0 &&
    calicoDoubtsOf(policy, scene).length === 0
  if (!isUnderstood) return unreadSides(policy, scene)
  const types = typesOf(policy)
  return DIRECTIONS.filter((direction) => types[direction] !== false).map((direction) => ({
    policy,
    direction,
    rank: tier.rank,
    subjects: [subjectOf(policy, scene)],
    isolates: claimBoth(types[direction], tier.denies),
    place: policy.at('spec', 'selector'),
    // Whether a direction is meant at all may hang on a placeholder.
    isRead: types[direction] === true,
    rules: rulesOf(policy, direction, scene),
  }))
}

function isGlobal({ type }: Resource): boolean {
  return CALICO_GLOBAL_POLICIES.includes(type)
}

function namespaceOf(policy: Resource): string | undefined {
  return isGlobal(policy) ? undefined : (policy.namespace ?? '')
}

function subjectOf(policy: Resource, scene: Scene): PodGroup {
  const read = (key: string): unknown => policy.get('spec', key)?.value
  return calicoPods(
    {
      namespace: namespaceOf(policy),
      namespaceSelector: isGlobal(policy) ? read('namespaceSelector') : undefined,
      selector: read('selector'),
      notSelector: undefined,
      accountSelector: read('serviceAccountSelector'),
      accounts: [],
    },
    scene,
  )
}

const SELECTORS = ['selector', 'namespaceSelector', 'serviceAccountSelector'] as const

function unreadSides(policy: Resource, scene: Scene): readonly PolicySide[] {
  const namespace = namespaceOf(policy)
  const isHidden = isPlaceholder(memberOf(policy.value, 'spec'))
  const isVague = calicoFlawsOf(policy).some(
    ({ path }) => path.length < 2 || SELECTORS.some((key) => key === path[1]),
  )
  const isForwarding = calicoDoubtsOf(policy, scene).some(({ path }) => path[1] !== 'tier')
  const everywhere =
    namespace === undefined ? podsAcross(undefined, undefined) : podsOf(namespace, undefined)
  const hosts = namespace === undefined ? [SOME_HOSTS] : []
  const own = isHidden || isVague || isForwarding ? everywhere : subjectOf(policy, scene)
  return DIRECTIONS.map((direction) => unreadSide(policy, direction, [own, ...hosts]))
}

const ACTIONS: ReadonlyMap<unknown, PolicyRule['action']> = new Map<unknown, PolicyRule['action']>([
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
])

function rulesOf(policy: Resource, direction: Direction, scene: Scene): readonly PolicyRule[] {
  const home = { namespace: namespaceOf(policy), scene }
  const list = policy.get('spec', direction)
  if (list !== undefined && !isList(list.value)) return unreadRules(list.place)
  return policy.list('spec', direction).flatMap(({ value, place }) => {
    const written = memberOf(value, 'action')
    if (isPlaceholder(value) || isPlaceholder(written)) return unreadRules(place)
    // `Log` decides nothing.
    const action = ACTIONS.get(written)
    if (action === undefined) return []
    const [near, far] = ends(value, direction)
    const peers = ofFamily(calicoPeers(far, home), memberOf(value, 'ipVersion'))
    // Only some of those that the policy selects are meant, or only some connections of theirs.
    const isPartial = narrowsPeers(near) || hasSourcePorts(value)
    return [
      {
        action,
        place,
        peers: isPartial ? doubtPeers(peers) : peers,
        ports: calicoPorts(value),
        narrowed: action === 'allow' ? narrowingsOf(value) : [],
      },
    ]
  })
}

/** The end of a rule that the policy selects, and the other one. */
function ends(rule: unknown, direction: Direction): readonly [unknown, unknown] {
  const [source, destination] = [memberOf(rule, 'source'), memberOf(rule, 'destination')]
  return direction === 'ingress' ? [destination, source] : [source, destination]
}

function hasSourcePorts(rule: unknown): boolean {
  const source = memberOf(rule, 'source')
  return ['ports', 'notPorts'].some((key) => (memberOf(source, key) ?? null) !== null)
}

function narrowingsOf(rule: unknown): readonly Narrowing[] {
  return (memberOf(rule, 'http') ?? null) === null ? [] : ['requests']
}
