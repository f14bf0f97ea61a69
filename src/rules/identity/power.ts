import { rulesIn, type PolicyRule } from '../../analysis/access/policy-rule.ts'
import { coversResource, ruleAllows } from '../../analysis/access/request.ts'
import { removePlace, type Edit } from '../../model/edit.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Power, Right } from './powers.data.ts'

/** The kinds that hold rules. */
export const ROLE_KINDS = ['Role', 'ClusterRole'] as const

/** A member of a rule's `resources` that gives a power, by verbs that are written or, for lesser powers, by `*`. */
export interface Holding {
  readonly rule: PolicyRule
  /** Where the member stands in the rule's `resources`. */
  readonly index: number
  readonly resource: string
  readonly verbs: readonly string[]
  readonly sure: boolean
}

/**
 * The members of a role's rules that give `power` by name. What only a wildcard gives is none; neither is what names of
 * objects limit.
 */
export function holdingsOf(role: Resource, power: Power): readonly Holding[] {
  return rulesIn(role)
    .filter(({ resourceNames }) => resourceNames.length === 0)
    .flatMap((rule) => holdingsIn(rule, power))
}

/** The members of one rule that give `power` by name, whatever names of objects limit it. */
export function holdingsIn(rule: PolicyRule, power: Power): readonly Holding[] {
  return power.rights.flatMap((right) => holdingsOfRight(rule, right, power.star))
}

/** Where a holding stands. */
export function placeOf(role: Resource, { rule, index }: Holding): Place {
  return role.at('rules', rule.index, 'resources', index)
}

/** Whether a rule gives any part of `power`, by wildcards too. */
export function givesPower(rule: PolicyRule, power: Power): boolean {
  return power.rights.some(({ verbs, group, resources }) =>
    verbs.some((verb) =>
      resources.some((resource) => ruleAllows(rule, { verb, group, resource }) === 'yes'),
    ),
  )
}

/**
 * Takes a power out of a role: the verbs where the rule has nothing else to say of its resources, else the resources
 * where all its verbs are of the power. No edits when a rule would have to be split.
 */
export function removePower(role: Resource, power: Power): readonly Edit[] {
  const holdings = holdingsOf(role, power)
  const rules = [...new Set(holdings.map(({ rule }) => rule.index))]
  const edits = rules.map((index) =>
    removeFrom(
      role,
      holdings.filter(({ rule }) => rule.index === index),
    ),
  )
  return edits.some((found) => found.length === 0) ? [] : edits.flat()
}

function removeFrom(role: Resource, holdings: readonly Holding[]): readonly Edit[] {
  const [first] = holdings
  if (first === undefined) return []
  const { rule } = first
  const verbs = new Set(holdings.flatMap((holding) => holding.verbs))
  const members = new Set(holdings.map(({ index }) => index))
  const isAllVerbs = rule.verbs.every((verb) => verbs.has(verb))
  const isAllResources = members.size === rule.resources.length
  if (isAllVerbs && isAllResources) return [removePlace(role.at('rules', rule.index))]
  if (isAllVerbs)
    return [...members].map((index) =>
      removePlace(role.at('rules', rule.index, 'resources', index)),
    )
  if (!isAllResources || verbs.has('*')) return []
  return rule.verbs.flatMap((verb, index) =>
    verbs.has(verb) ? [removePlace(role.at('rules', rule.index, 'verbs', index))] : [],
  )
}

function holdingsOfRight(rule: PolicyRule, right: Right, star: Power['star']): readonly Holding[] {
  // Most roles name none of these: that is found out first.
  if (!rule.resources.some((resource) => isNamed(resource, right))) return NONE
  const group = findGroup(rule, right.group)
  if (group === undefined) return NONE
  const verbs = rule.verbs.filter(
    (verb) => right.verbs.includes(verb) || (verb === '*' && star === 'counts'),
  )
  const isHidden = verbs.length === 0 && rule.verbs.some(isPlaceholder)
  if (verbs.length === 0 && !isHidden) return NONE
  return rule.resources.flatMap((resource, index) =>
    isNamed(resource, right)
      ? [{ rule, index, resource, verbs, sure: !isHidden && group === 'known' }]
      : [],
  )
}

function findGroup(rule: PolicyRule, group: string): 'known' | 'hidden' | undefined {
  if (rule.apiGroups.some((written) => written === '*' || written === group)) return 'known'
  return rule.apiGroups.some(isPlaceholder) ? 'hidden' : undefined
}

const NONE: readonly Holding[] = []

// `*/exec` names what is dangerous; a bare `*` names nothing.
function isNamed(written: string, { resources }: Right): boolean {
  if (!written.startsWith('*/')) return resources.includes(written)
  return resources.some((resource) => coversResource(written, resource))
}
