import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { Stop } from '../model/itinerary.ts'
import { CATALOGUE, ruleOf } from '../rules/catalogue.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf } from '../rules/topics.ts'
import { suggestion } from './nearest.ts'
import { misuse, oneOf } from './usage.ts'

/** What of all that could be judged was asked for. Empty lists narrow nothing. */
export interface Selection {
  /** Rule ids, former ones included. */
  readonly rules: readonly string[]
  readonly skipRules: readonly string[]
  readonly stops: readonly Stop[]
  /** Names of namespaces; `*` and `?` stand for any characters and for one. */
  readonly namespaces: readonly string[]
  readonly excludeNamespaces: readonly string[]
}

/** Nothing is left out. */
export const EVERYTHING: Selection = {
  rules: [],
  skipRules: [],
  stops: [],
  namespaces: [],
  excludeNamespaces: [],
}

/** The rules that were asked for, in the order of the catalogue; a fault when one is unknown or none is left. */
export function selectRules(selection: Selection): Result<readonly Rule[]> {
  const wanted = namedRules('--rule', selection.rules)
  if (!wanted.ok) return wanted
  const skipped = namedRules('--skip-rule', selection.skipRules)
  if (!skipped.ok) return skipped
  const { stops } = selection
  const chosen = CATALOGUE.filter(
    (rule) =>
      (wanted.value.length === 0 || wanted.value.includes(rule)) &&
      (stops.length === 0 || stops.includes(stopOf(rule))) &&
      !skipped.value.includes(rule),
  )
  return chosen.length === 0 ? fail(noneLeft(selection)) : succeed(chosen)
}

/** The flags that narrow what is judged, as a report names them. */
export function narrowingFlags(selection: Selection): readonly string[] {
  const { rules, skipRules, stops, namespaces, excludeNamespaces } = selection
  return [
    ...flagWords('--stop', stops),
    ...flagWords('--rule', rules),
    ...flagWords('--skip-rule', skipRules),
    ...flagWords('--namespace', namespaces),
    ...flagWords('--exclude-namespace', excludeNamespaces),
  ]
}

/** The rule of that id, or a fault with the nearest one. */
export function findRule(flag: string, id: string): Result<Rule> {
  const rule = ruleOf(id)
  if (rule !== undefined) return succeed(rule)
  const ids = CATALOGUE.map((known) => known.id)
  const remedy = `${suggestion(id, ids)}portolan rules lists them all.`
  return fail(misuse(flag, `There is no rule "${id}".`, remedy))
}

function namedRules(flag: string, ids: readonly string[]): Result<readonly Rule[]> {
  const rules: Rule[] = []
  for (const id of ids) {
    const rule = findRule(flag, id)
    if (!rule.ok) return rule
    rules.push(rule.value)
  }
  return succeed(rules)
}

// Judging by no rule would find nothing wrong, which must never look like a clean estate.
function noneLeft(selection: Selection): Fault {
  const flags = narrowingFlags({ ...selection, namespaces: [], excludeNamespaces: [] })
  const stops = [...new Set(CATALOGUE.map(stopOf))]
  return misuse(
    flags.join(' '),
    'No rule is left to judge by, so nothing would be examined.',
    `Select less narrowly. The stops that have rules: ${oneOf(stops)}.`,
  )
}

function flagWords(flag: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${flag} ${values.join(',')}`]
}
