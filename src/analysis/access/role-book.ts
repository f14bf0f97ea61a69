import { groupBy, groupByAll } from '../../base/group.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import { textsOf, type Resource, type Texts } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { selects } from '../../model/selector.ts'
import { BUILT_IN_ROLES, type BuiltInRole, type BuiltInRule } from './built-in-roles.data.ts'
import { hiddenRule, rulesIn, type PolicyRule } from './policy-rule.ts'

/** What a binding refers to. */
export interface RoleRef {
  readonly kind: 'Role' | 'ClusterRole'
  readonly name: string
  /** Of a Role. */
  readonly namespace: string | undefined
}

/** A Role or ClusterRole that was read, or one that every cluster has. */
export interface Role extends RoleRef {
  readonly labels: Texts
  /** Where it is written; undefined for a built-in one. */
  readonly resource: Resource | undefined
  readonly rules: readonly PolicyRule[]
  /** The label selectors by which it gathers the rules of other roles in place of its own; none for most roles. */
  readonly selectors: readonly unknown[]
}

/** A role whose rules another one has. Not sure for rules that the cluster will replace by what it gathers. */
export interface Share {
  readonly role: Role
  readonly sure: boolean
}

/** All roles of a scene and the built-in ones. */
export interface RoleBook {
  /** The roles of that name: none when it was not read, several when it is written several times. */
  readonly find: (ref: RoleRef) => readonly Role[]
  /** The role that is written in `resource`. */
  readonly written: (resource: Resource) => Role | undefined
  /** Whose rules a role has: its own, or those it gathers, over any number of steps. */
  readonly sharesOf: (role: Role) => readonly Share[]
  /** The roles that have the rules of this one because they gather them. */
  readonly gatherersOf: (role: Role) => readonly Role[]
}

/** Reads the roles of a scene. O(roles + what aggregated ones select), the latter when first asked. */
export function bookOf(scene: Scene): RoleBook {
  const written = [...scene.ofKind('Role'), ...scene.ofKind('ClusterRole')].map(writtenRole)
  const names = new Set(written.map(refKey))
  // What the estate writes itself outranks what we know of it.
  const builtIn = BUILT_IN_ROLES.map(builtInRole).filter((role) => !names.has(refKey(role)))
  const roles = [...written, ...builtIn]
  const byKey = groupBy(roles, refKey)
  const byResource = new Map(written.map((role) => [role.resource, role]))
  const selectable = roles.filter(({ kind }) => kind === 'ClusterRole')
  const byLabel = groupByAll(selectable, ({ labels }) => Object.entries(labels).map(pairKey))
  let looks = 0
  const candidates = (selector: unknown): readonly Role[] | undefined => {
    const [pair] = Object.entries(textsOf(memberOf(selector, 'matchLabels')))
    const found = pair === undefined ? selectable : (byLabel.get(pairKey(pair)) ?? [])
    looks += found.length
    return looks > MOST_LOOKS ? undefined : found
  }
  const known = new Map<Role, readonly Share[]>()
  const sharesOf = (role: Role): readonly Share[] => {
    const shares = known.get(role) ?? gather(role, candidates)
    known.set(role, shares)
    return shares
  }
  let gatherers: ReadonlyMap<Role, readonly Role[]> | undefined
  return {
    find: (ref) => byKey.get(refKey(ref)) ?? [],
    written: (resource) => byResource.get(resource),
    sharesOf,
    gatherersOf: (role) => (gatherers ??= reverse(selectable, sharesOf)).get(role) ?? [],
  }
}

// Clusters have some dozens of aggregated roles. Where thousands select each other, the rest is not known.
const MOST_LOOKS = 2_000_000

/** What tells one role from another. */
export function refKey({ kind, name, namespace }: RoleRef): string {
  return `${kind}/${namespace ?? ''}/${name}`
}

// The controller repeats itself until nothing changes: in the end a role has the rules of all those that gather
// nothing themselves and that it selects, directly or through others.
function gather(
  role: Role,
  candidates: (selector: unknown) => readonly Role[] | undefined,
): readonly Share[] {
  if (role.selectors.length === 0) return [{ role, sure: true }]
  const seen = new Set([role])
  const open = [role]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const selector of next.selectors) {
      const others = candidates(selector)
      if (others === undefined) return [{ role: { ...role, rules: [hiddenRule(0)] }, sure: false }]
      for (const other of others) {
        if (seen.has(other) || !selects(selector, other.labels)) continue
        seen.add(other)
        open.push(other)
      }
    }
  }
  return [...seen].map((other) => ({ role: other, sure: other.selectors.length === 0 }))
}

function reverse(
  roles: readonly Role[],
  sharesOf: (role: Role) => readonly Share[],
): ReadonlyMap<Role, readonly Role[]> {
  const pairs = roles
    .filter(({ selectors }) => selectors.length > 0)
    .flatMap((gatherer) => sharesOf(gatherer).map(({ role }) => ({ role, gatherer })))
    .filter(({ role, gatherer }) => role !== gatherer)
  const groups = groupBy(pairs, ({ role }) => role)
  return new Map([...groups].map(([role, found]) => [role, found.map((pair) => pair.gatherer)]))
}

function writtenRole(resource: Resource): Role {
  const kind = resource.type === 'Role' ? 'Role' : 'ClusterRole'
  const rule = kind === 'Role' ? undefined : resource.get('aggregationRule', 'clusterRoleSelectors')
  const isHidden = rule !== undefined && !isList(rule.value)
  return {
    kind,
    name: resource.name,
    namespace: resource.namespace,
    labels: resource.labels,
    resource,
    rules: isHidden ? [hiddenRule(0)] : rulesIn(resource),
    selectors: isList(rule?.value) ? rule.value.filter(isMapping) : [],
  }
}

function builtInRole({ name, namespace, aggregates, joins = [], rules }: BuiltInRole): Role {
  return {
    kind: namespace === undefined ? 'ClusterRole' : 'Role',
    name,
    namespace,
    labels: Object.fromEntries(joins.map((label) => [label, 'true'])),
    resource: undefined,
    rules: rules.map(builtInRule),
    selectors: aggregates === undefined ? [] : [{ matchLabels: { [aggregates]: 'true' } }],
  }
}

function builtInRule(rule: BuiltInRule, index: number): PolicyRule {
  const verbs = rule.verbs.split(' ')
  const empty = { index, verbs, apiGroups: [], resources: [], resourceNames: [] }
  if ('paths' in rule) return { ...empty, nonResourceURLs: rule.paths.split(' ') }
  return {
    ...empty,
    apiGroups: rule.groups.split(' ').map((group) => (group === 'core' ? '' : group)),
    resources: rule.resources.split(' '),
    resourceNames: rule.names?.split(' ') ?? [],
    nonResourceURLs: [],
  }
}

function pairKey([key, value]: readonly [string, string]): string {
  return `${key}=${value}`
}
