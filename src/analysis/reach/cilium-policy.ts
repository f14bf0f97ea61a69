import type { Path } from '../../model/document.ts'
import { isList, isMapping, isPlaceholder, memberOf, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { CILIUM_CLUSTER_POLICY } from '../isolation/cilium-policy.ts'
import { DIRECTIONS, type Direction } from '../isolation/closing.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { ciliumDoubtsOf, ciliumFlawsOf } from './cilium-flaws.ts'
import { ciliumRulePeers } from './cilium-peers.ts'
import { ciliumPorts, looksInside } from './cilium-ports.ts'
import { ciliumSubject } from './cilium-selector.ts'
import { podsAcross, podsOf, SOME_HOSTS } from './pod-group.ts'
import {
  rankIn,
  type Narrowing,
  type PodGroup,
  type PolicyRule,
  type PolicySide,
} from './policy.ts'
import type { PluginProfile } from './profile.ts'
import { unreadRule, unreadSide } from './unread-policy.ts'

const SECTIONS = {
  ingress: { allow: 'ingress', deny: 'ingressDeny' },
  egress: { allow: 'egress', deny: 'egressDeny' },
} as const

// Whatever one policy denies no other one allows, so denials are asked before everything else of the stage.
const ORDERS = { deny: -1, allow: 1000 } as const

/**
 * What a CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy says, by direction. Denials go before what anybody
 * allows, and what a rule selects is closed unless `enableDefaultDeny` says no. Source: cilium.io/v2, Cilium 1.18.
 */
export function readCiliumPolicy(
  policy: Resource,
  _profile: PluginProfile,
  scene: Scene,
): readonly PolicySide[] {
  const paths = rulePaths(policy)
  if (!isUnderstood(policy, paths)) return unreadSides(policy, paths)
  return paths.flatMap((path) =>
    DIRECTIONS.flatMap((direction) => sidesOf({ policy, path, direction, scene })),
  )
}

function isUnderstood(policy: Resource, paths: readonly Path[]): boolean {
  const isWhole = ({ path }: { readonly path: Path }): boolean =>
    path.some((key) => key === 'fromRequires' || key === 'toRequires')
  // A placeholder may stand for a whole rule.
  const areRules = paths.every((path) => isMapping(policy.get(...path)?.value))
  return (
    paths.length > 0 &&
    areRules &&
    ciliumFlawsOf(policy).length === 0 &&
    !ciliumDoubtsOf(policy).some(isWhole)
  )
}

// A policy holds one rule, or several in a list, or both.
function rulePaths(policy: Resource): readonly Path[] {
  const several = policy.list('specs').map((_, index): Path => ['specs', index])
  return policy.get('spec') === undefined ? several : [['spec'], ...several]
}

function namespaceOf(policy: Resource): string | undefined {
  return policy.type === CILIUM_CLUSTER_POLICY ? undefined : (policy.namespace ?? '')
}

function unreadSides(policy: Resource, paths: readonly Path[]): readonly PolicySide[] {
  const namespace = namespaceOf(policy)
  const everywhere =
    namespace === undefined ? podsAcross(undefined, undefined) : podsOf(namespace, undefined)
  const known = paths.map((path) => subjectOf(policy, path))
  const isKnown = known.length > 0 && ciliumFlawsOf(policy).every(({ path }) => !isOfSubject(path))
  const subjects = isKnown ? known : [everywhere, SOME_HOSTS]
  return DIRECTIONS.map((direction) => unreadSide(policy, direction, subjects))
}

function isOfSubject(path: Path): boolean {
  return path.length < 2 || path.some((key) => key === 'endpointSelector' || key === 'nodeSelector')
}

function subjectOf(policy: Resource, path: Path): PodGroup {
  const selector = policy.get(...path, 'endpointSelector')?.value
  const isOfNodes = isMapping(policy.get(...path, 'nodeSelector')?.value)
  if (isOfNodes && !isMapping(selector)) return SOME_HOSTS
  return ciliumSubject(selector ?? '', namespaceOf(policy))
}

/** One direction of one rule of a policy. */
interface Section {
  readonly policy: Resource
  readonly path: Path
  readonly direction: Direction
  readonly scene: Scene
}

function sidesOf(section: Section): readonly PolicySide[] {
  const { policy, path, direction } = section
  const isolates = isolatesIn(section)
  const [allows, denials] = [rulesIn(section, 'allow'), rulesIn(section, 'deny')]
  const base = {
    policy,
    direction,
    subjects: [subjectOf(policy, path)],
    place: policy.at(...path, 'endpointSelector'),
    isRead: true,
  }
  const sides: PolicySide[] = []
  if (denials.length > 0)
    sides.push({ ...base, rank: rankIn('policies', ORDERS.deny), isolates: false, rules: denials })
  if (allows.length > 0 || isolates !== false)
    sides.push({ ...base, rank: rankIn('policies', ORDERS.allow), isolates, rules: allows })
  return sides
}

function isolatesIn({ policy, path, direction }: Section): Claim {
  const wish = policy.get(...path, 'enableDefaultDeny', direction)?.value ?? null
  if (typeof wish === 'boolean') return wish
  if (wish !== null) return 'unclear'
  const sections = Object.values(SECTIONS[direction]).map((key) => policy.get(...path, key)?.value)
  if (sections.some((list) => isList(list) && list.length > 0)) return true
  return sections.some(isPlaceholder) && 'unclear'
}

function rulesIn(section: Section, action: 'allow' | 'deny'): readonly PolicyRule[] {
  const { policy, path, direction, scene } = section
  const home = { namespace: namespaceOf(policy), direction, scene }
  const list = policy.get(...path, SECTIONS[direction][action])
  if (list !== undefined && !isList(list.value)) return [{ ...unreadRule(list.place), action }]
  return policy.list(...path, SECTIONS[direction][action]).map(({ value, place }) => ({
    action,
    place,
    peers: ciliumRulePeers(value, home),
    ports: ciliumPorts(value, direction, scene),
    narrowed: action === 'allow' ? narrowingsOf(value) : [],
  }))
}

function narrowingsOf(rule: unknown): readonly Narrowing[] {
  const mode = valueAt(rule, ['authentication', 'mode']) ?? 'disabled'
  const hasKey = memberOf(rule, 'authentication') !== undefined && mode !== 'disabled'
  return [
    ...(looksInside(rule) ? (['requests'] as const) : []),
    ...(hasKey ? (['authentication'] as const) : []),
  ]
}
