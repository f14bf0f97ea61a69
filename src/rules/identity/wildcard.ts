import { rulesIn, type PolicyRule, type RuleList } from '../../analysis/access/policy-rule.ts'
import { isList, isMapping, isPlaceholder } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { givesPower, holdingsOf } from './power.ts'
import { LESSER_POWERS, WILDCARD_POWERS, type Power } from './powers.data.ts'
import { isTooNarrow, type Reach } from './role-reach.ts'

/** A rule of a role that says `*`. */
export interface Wildcard {
  /** The asterisk to blame: the one in the resources first, then that in the verbs. */
  readonly place: Place
  readonly rule: PolicyRule
  /** What it brings of what is dangerous, in words; none when it brings nothing of the sort. */
  readonly powers: readonly string[]
}

const LISTS: readonly RuleList[] = ['resources', 'verbs', 'nonResourceURLs', 'apiGroups']

/** The rules of a role that say `*`, with what the asterisk brings as far as the role goes. */
export function wildcardsIn(role: Resource, reach: Reach): readonly Wildcard[] {
  return rulesIn(role).flatMap((rule) => {
    const list = LISTS.find((name) => rule[name].includes('*'))
    if (list === undefined || rule.resourceNames.length > 0) return []
    const place = role.at('rules', rule.index, list, rule[list].indexOf('*'))
    return [{ place, rule, powers: powersIn(role, rule, reach) }]
  })
}

/** The first place in a role where a placeholder hides which resources it is about. */
export function hiddenResources(role: Resource): Place | undefined {
  const rules = role.get('rules')
  if (rules !== undefined && !isList(rules.value)) return rules.place
  const hidden = rulesIn(role).find((rule) =>
    [...rule.resources, ...rule.apiGroups].some(isPlaceholder),
  )
  if (hidden === undefined) return undefined
  const list = hidden.resources.some(isPlaceholder) ? 'resources' : 'apiGroups'
  if (!isMapping(role.get('rules', hidden.index)?.value)) return role.at('rules', hidden.index)
  const members = role.get('rules', hidden.index, list)
  if (!isList(members?.value)) return role.at('rules', hidden.index, list)
  return role.at('rules', hidden.index, list, hidden[list].findIndex(isPlaceholder))
}

// What is named beside an asterisk is told by the rule of that power.
function powersIn(role: Resource, rule: PolicyRule, reach: Reach): readonly string[] {
  const hasAnyResource = rule.resources.includes('*')
  if (!hasAnyResource && !rule.verbs.includes('*')) return []
  const tables = hasAnyResource ? [...WILDCARD_POWERS, ...LESSER_POWERS] : WILDCARD_POWERS
  return tables
    .filter(([, power]) => !isTooNarrow(reach, power.reach) && givesPower(rule, power))
    .filter(([, power]) => !isNamed(role, rule, power))
    .map(([word]) => word)
}

function isNamed(role: Resource, rule: PolicyRule, power: Power): boolean {
  return holdingsOf(role, power).some((holding) => holding.rule.index === rule.index)
}
