import type { Controls } from '../model/framework.ts'
import { STOPS, type Severity, type Stop } from '../model/itinerary.ts'
import type { RulePage } from '../model/rule-page.ts'
import { formatVersion, NEWEST_KUBERNETES } from '../model/version.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { controlsOf, stopOf, topicOf } from '../rules/topics.ts'

/** A rule as the list shows it. */
export interface RuleRow {
  readonly id: string
  readonly stop: Stop
  /** The topic's id. */
  readonly topic: string
  readonly topicTitle: string
  readonly severity: Severity
  readonly title: string
  readonly fixable: boolean
  /** What it answers to in the frameworks, its topic's controls included. */
  readonly controls: Controls
  /** What is wrong, from the rule's page; absent when the pages were not asked for. */
  readonly what?: string
}

/** The rules of some stops, or all of them, along the itinerary. `pages` adds what each rule is about. */
export function listRules(
  stops: readonly Stop[],
  pages?: ReadonlyMap<string, RulePage>,
): readonly RuleRow[] {
  const chosen = stops.length === 0 ? STOPS : stops
  return CATALOGUE.filter((rule) => chosen.includes(stopOf(rule))).map((rule) => {
    const what = pages?.get(rule.id)?.what.split('\n\n')[0]?.replaceAll('\n', ' ')
    return {
      id: rule.id,
      stop: stopOf(rule),
      topic: rule.topic,
      topicTitle: topicOf(rule).title,
      severity: rule.severity,
      title: rule.title,
      fixable: rule.fix !== undefined,
      controls: controlsOf(rule),
      ...(what === undefined ? {} : { what }),
    }
  })
}

/** What a version of Portolan knows: how many rules, and the newest Kubernetes. */
export function knowledge(): { readonly rules: number; readonly kubernetes: string } {
  return { rules: CATALOGUE.length, kubernetes: formatVersion(NEWEST_KUBERNETES) }
}
