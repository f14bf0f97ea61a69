import { isList, isMapping, memberOf, type Part } from '../../model/part.ts'

/** The lists that a rule of a role has. */
export type RuleList = 'verbs' | 'apiGroups' | 'resources' | 'resourceNames' | 'nonResourceURLs'

/**
 * One member of a role's `rules`. The members of its lists stand where they are written, so that an index leads to a
 * place. What is no text, and a list that is none, is `HIDDEN`: a placeholder, which answers "unknown" to everything.
 */
export interface PolicyRule extends Readonly<Record<RuleList, readonly string[]>> {
  /** Where it stands in the role's `rules`. */
  readonly index: number
}

/** What stands for a member that nobody can read. */
const HIDDEN = '{{}}'

/** The rules of a role that is written; one that hides everything where `rules` is a placeholder. */
export function rulesIn(role: Part): readonly PolicyRule[] {
  const known = rulesByRole.get(role)
  if (known !== undefined) return known
  const rules = readRules(role)
  rulesByRole.set(role, rules)
  return rules
}

// Two dozen rules ask for them.
const rulesByRole = new WeakMap<Part, readonly PolicyRule[]>()

function readRules(role: Part): readonly PolicyRule[] {
  const rules = memberOf(role.value, 'rules') ?? []
  if (!isList(rules)) return [hiddenRule(0)]
  return rules.map((rule, index) => (isMapping(rule) ? ruleIn(rule, index) : hiddenRule(index)))
}

/** A rule of which nothing is known. */
export function hiddenRule(index: number): PolicyRule {
  const hidden = [HIDDEN]
  return {
    index,
    verbs: hidden,
    apiGroups: hidden,
    resources: hidden,
    resourceNames: [],
    nonResourceURLs: hidden,
  }
}

function ruleIn(rule: unknown, index: number): PolicyRule {
  return {
    index,
    verbs: textsAt(rule, 'verbs'),
    apiGroups: textsAt(rule, 'apiGroups'),
    resources: textsAt(rule, 'resources'),
    resourceNames: textsAt(rule, 'resourceNames'),
    nonResourceURLs: textsAt(rule, 'nonResourceURLs'),
  }
}

function textsAt(rule: unknown, list: RuleList): readonly string[] {
  const members = memberOf(rule, list) ?? []
  if (!isList(members)) return [HIDDEN]
  return members.map((member) => (typeof member === 'string' ? member : HIDDEN))
}
