import { subjectsOf } from '../subjects.ts'
import type { Resource, Verdict, Rule } from '../told.ts'

/** How many questions found nothing, by namespace; undefined stands for objects outside of namespaces. */
export type Passes = ReadonlyMap<string | undefined, number>

/** Counts the pairs of a rule and an object it was asked about that have no finding. O(rules x objects). */
export function passesOf(verdict: Verdict): Passes {
  const found = new Map<Rule, Set<Resource>>(verdict.rules.map((rule) => [rule, new Set()]))
  for (const { rule, resource } of verdict.findings) found.get(rule)?.add(resource)
  const subjects = subjectsOf(verdict)
  const passes = new Map<string | undefined, number>()
  for (const rule of verdict.rules) {
    for (const object of subjects(rule)) {
      const count = found.get(rule)?.has(object) === true ? 0 : 1
      passes.set(object.namespace, (passes.get(object.namespace) ?? 0) + count)
    }
  }
  return passes
}
