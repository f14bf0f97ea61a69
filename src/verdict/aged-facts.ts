import { componentsIn } from '../analysis/cluster/components.ts'
import type { Scene } from '../model/scene.ts'
import { daysBetween } from '../rules/data/certificate-texts.ts'
import type { DatedFacts } from '../rules/dated-facts.ts'
import { isComponentRule, type Rule } from '../rules/rule.ts'

/** Facts that a judgement rests on, and how old they were on the day of it. */
export interface AgedFacts extends DatedFacts {
  readonly ageDays: number
  /** Whether they are older than they may be relied on. */
  readonly isStale: boolean
  /** What brings newer ones; where it is not said, a newer Portolan does. */
  readonly renewal?: string
}

/** The dated facts of the rules that have anything to judge in this scene, each once, in the order of the rules. */
export function agedFacts(scene: Scene, rules: readonly Rule[]): readonly AgedFacts[] {
  const used = rules
    .filter((rule) => rule.facts !== undefined && hasSubject(rule, scene))
    .flatMap(({ facts = [] }) => facts)
    .filter(({ offerings }) => offerings?.includes(scene.offering) ?? true)
  const byTitle = new Map(used.map((facts) => [facts.title, facts]))
  return [...byTitle.values()].map(({ title, source, read, holdsDays }) => {
    const ageDays = Math.max(0, daysBetween(read, scene.today))
    return { title, source, read, holdsDays, ageDays, isStale: ageDays > holdsDays }
  })
}

function hasSubject(rule: Rule, scene: Scene): boolean {
  const { subject, concerns } = rule
  if (isComponentRule(rule))
    return componentsIn(scene).some(({ name }) => rule.subject.includes(name))
  if (typeof subject === 'string') return scene.pods.length > 0
  return subject.some((kind) => scene.ofKind(kind).some((resource) => concerns?.(resource) ?? true))
}
