import { SEVERITIES, type Persona, type Severity, type Topic } from '../../model/itinerary.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import type { Rule } from '../../rules/rule.ts'
import { TOPICS } from '../../rules/topics.ts'
import type { Counts } from '../../verdict/stops.ts'

/** A topic as a poster needs it. */
export interface RankedTopic {
  readonly id: string
  readonly topic: Topic
  /** Of its rules, the one to show: the worst of those that found something, else the worst. */
  readonly worst: Rule
}

/**
 * The persona's topics, nearest first: affinity, then how bad it is in the estate, then how bad it may be, then the
 * itinerary. Topics that are nothing to the persona, or have no rule yet, are left out.
 */
export function rankTopics(
  persona: Persona,
  openOf: (topic: string) => Counts | undefined,
  isOpen: (rule: Rule) => boolean,
): readonly RankedTopic[] {
  const ranked = [...TOPICS].flatMap(([id, topic]) => {
    const worst = worstRule(id, isOpen)
    return topic.affinity[persona] === 0 || worst === undefined ? [] : [{ id, topic, worst }]
  })
  const open = new Map(ranked.map(({ id }) => [id, openRank(openOf(id))]))
  return ranked.toSorted(
    (a, b) =>
      b.topic.affinity[persona] - a.topic.affinity[persona] ||
      (open.get(a.id) ?? 0) - (open.get(b.id) ?? 0) ||
      severityRank(a.worst) - severityRank(b.worst),
  )
}

function worstRule(topic: string, isOpen: (rule: Rule) => boolean): Rule | undefined {
  const rank = (rule: Rule): number => severityRank(rule) + (isOpen(rule) ? 0 : SEVERITIES.length)
  const [worst] = CATALOGUE.filter((rule) => rule.topic === topic).toSorted(
    (a, b) => rank(a) - rank(b),
  )
  return worst
}

function severityRank({ severity }: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(severity)
}

// The place of the worst that is open; behind all of them when nothing is.
function openRank(counts: Counts | undefined): number {
  const at = SEVERITIES.findIndex((severity) => (counts?.[severity] ?? 0) > 0)
  return at === -1 ? SEVERITIES.length : at
}
