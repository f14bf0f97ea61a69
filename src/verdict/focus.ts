import { groupBy } from '../base/group.ts'
import type { Party } from '../model/duty.ts'
import type { Severity } from '../model/itinerary.ts'
import type { Place } from '../model/place.ts'
import type { Rule } from '../rules/rule.ts'
import { isFixable, type Finding } from './finding.ts'

/** How much work an action is: a command, an hour of reading, or a change that has to be planned. */
type Effort = 'small' | 'medium' | 'large'

/** What an action may break: nothing, or something that has to be tried out first. */
type Risk = 'safe' | 'may break'

/** One thing to do that closes all findings of one root cause. */
export interface Action {
  readonly rule: Rule
  readonly title: string
  readonly severity: Severity
  readonly findings: readonly Finding[]
  /** How many different objects it touches. */
  readonly objects: number
  readonly duty: Party
  /** The first crown jewel that it concerns, in words: why it goes before what is equally bad. */
  readonly crownJewel?: string
  readonly effort: Effort
  readonly risk: Risk
  /** Where to begin: the first of the findings, or the first that concerns a crown jewel. */
  readonly place: Place
  /** What to type next. */
  readonly command: string
}

// A critical finding outweighs any number of lower ones that one estate is likely to have: worst first, then most.
const WEIGHTS: Readonly<Record<Severity, number>> = {
  critical: 1_000_000,
  high: 1000,
  medium: 10,
  low: 1,
}

// What concerns a crown jewel goes before all that is likely of its severity, and after one finding of the next.
const PRECIOUS: Readonly<Record<Severity, number>> = {
  critical: 900_000_000,
  high: 900_000,
  medium: 900,
  low: 8,
}

/**
 * All actions, the one that closes most of the worst first. Findings of one rule for one party are one root cause:
 * the same change, repeated. Only open findings count. O(findings log actions).
 */
export function focusOf(findings: readonly Finding[]): readonly Action[] {
  const open = findings.filter(({ state }) => state === 'open')
  const groups = groupBy(open, ({ rule, duty }) => `${rule.id} ${duty}`)
  const actions = [...groups.values()].flatMap(actionOf)
  return actions.sort((a, b) => weightOf(b) - weightOf(a) || compareIds(a, b))
}

function actionOf(findings: readonly Finding[]): readonly Action[] {
  const [first] = findings
  if (first === undefined) return []
  const { rule } = first
  const precious = findings.find(({ crownJewel }) => crownJewel !== undefined)
  const canFix = findings.some(isFixable)
  const objects = new Set(findings.map((finding) => finding.resource)).size
  return [
    {
      rule,
      title: rule.title,
      severity: rule.severity,
      findings,
      objects,
      duty: first.duty,
      ...(precious?.crownJewel !== undefined && { crownJewel: precious.crownJewel }),
      effort: effortOf(objects, canFix),
      risk: canFix && rule.fix?.risk === 'none' ? 'safe' : 'may break',
      place: (precious ?? first).place,
      command: canFix ? `portolan fix ${rule.id}` : `portolan explain ${rule.id}`,
    },
  ]
}

// What a command writes is small to do; what is to be decided object by object grows with their number.
const MANY_OBJECTS = 20

function effortOf(objects: number, canFix: boolean): Effort {
  if (canFix) return 'small'
  return objects > MANY_OBJECTS ? 'large' : 'medium'
}

function weightOf({ severity, findings, crownJewel }: Action): number {
  return WEIGHTS[severity] * findings.length + (crownJewel === undefined ? 0 : PRECIOUS[severity])
}

function compareIds(a: Action, b: Action): number {
  return a.rule.id < b.rule.id ? -1 : 1
}
