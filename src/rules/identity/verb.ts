import { rulesIn, type PolicyRule } from '../../analysis/access/policy-rule.ts'
import { coversResource } from '../../analysis/access/request.ts'
import { removePlace, type Edit } from '../../model/edit.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** A verb that is written in a rule and dangerous by itself. */
export interface WrittenVerb {
  readonly place: Place
  readonly rule: PolicyRule
  readonly verb: string
}

/** The verbs of a role's rules that `isMeant` chooses, in rules about resources that `isAbout` chooses. */
export function verbsIn(
  role: Resource,
  isMeant: (verb: string) => boolean,
  isAbout: (rule: PolicyRule) => boolean,
): readonly WrittenVerb[] {
  return rulesIn(role).flatMap((rule) => {
    if (!rule.verbs.some(isMeant) || !isAbout(rule)) return []
    return rule.verbs.flatMap((verb, index) =>
      isMeant(verb) ? [{ rule, verb, place: role.at('rules', rule.index, 'verbs', index) }] : [],
    )
  })
}

/** Whether a rule is about one of these resources of a group, by name or by a wildcard. */
export function isAboutAny(rule: PolicyRule, group: string, resources: readonly string[]): boolean {
  return (
    rule.apiGroups.some((written) => written === '*' || written === group) &&
    rule.resources.some((written) =>
      resources.some((resource) => coversResource(written, resource)),
    )
  )
}

/** Takes verbs out of a role; a rule that has no other goes as a whole. */
export function removeVerbs(role: Resource, verbs: readonly WrittenVerb[]): readonly Edit[] {
  const edits = verbs.map(({ rule, place }) => {
    const isOnlyOne = rule.verbs.every((verb) =>
      verbs.some((other) => other.rule.index === rule.index && other.verb === verb),
    )
    return removePlace(isOnlyOne ? role.at('rules', rule.index) : place)
  })
  const seen = new Set<string>()
  return edits.filter(({ place }) => {
    const key = place.path.join('/')
    return seen.size < seen.add(key).size
  })
}
