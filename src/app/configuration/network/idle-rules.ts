import type { Flow } from '../../../analysis/intent/flow.ts'
import { DIRECTIONS } from '../../../analysis/isolation/closing.ts'
import type { Reason } from '../../../analysis/reach/reach.ts'
import { groupByAll } from '../../../base/group.ts'
import type { Scene } from '../../../model/scene.ts'
import { allowing, type Court } from './ends.ts'
import { isManaged } from './managed.ts'
import { ruleKey, type RuleName } from './rule-name.ts'

/**
 * Rules that can all go together without any flow being less open than it is: what each of them lets through, one that
 * stays does as well. What is written later goes first. O(flows × pairs + rules × flows through them).
 */
export function idleRules(
  rules: readonly RuleName[],
  flows: readonly Flow[],
  court: Court,
): ReadonlySet<string> {
  const passesThrough = groupByAll(passesOf(flows, court), (pass) => [...pass])
  const idle = new Set<string>()
  for (const key of rules.map(ruleKey).toReversed()) {
    const own = passesThrough.get(key) ?? []
    if (own.some((pass) => pass.size === 1)) continue
    for (const pass of own) pass.delete(key)
    idle.add(key)
  }
  return idle
}

/** The rules without each of which, alone, every flow would be as open as it is. */
export function unneededRules(
  rules: readonly RuleName[],
  flows: readonly Flow[],
  court: Court,
): readonly RuleName[] {
  const lonely = passesOf(flows, court).filter((pass) => pass.size === 1)
  const needed = new Set(lonely.flatMap((pass) => [...pass]))
  return rules.filter((rule) => !needed.has(ruleKey(rule)))
}

/** All rules of policies that were written here. */
export function writtenRules(scene: Scene): readonly RuleName[] {
  return scene
    .ofKind('NetworkPolicy')
    .filter(isManaged)
    .flatMap((policy) =>
      DIRECTIONS.flatMap((direction) =>
        policy.list('spec', direction).map((_, rule) => ({
          namespace: policy.namespace,
          policy: policy.name,
          direction,
          rule,
        })),
      ),
    )
}

// The rules that let each flow through, for each of its pairs and directions; rules of others have one key together.
function passesOf(flows: readonly Flow[], court: Court): readonly Set<string>[] {
  return flows.flatMap((flow) =>
    court.pairingsOf(flow).flatMap((pairing) => {
      // Cilium's own kind is written for names: what it lets through besides needs no other rule less.
      const reasons = allowing(flow, pairing, court).filter(
        ({ policy }) =>
          policy === undefined || !isManaged(policy) || policy.type === 'NetworkPolicy',
      )
      return DIRECTIONS.flatMap((direction) => {
        const own = reasons.filter((reason) => reason.direction === direction)
        return own.length === 0 ? [] : [new Set(own.map(keyOf))]
      })
    }),
  )
}

function keyOf({ policy, place, direction }: Reason): string {
  const rule = place?.path[place.path.indexOf(direction) + 1]
  if (policy === undefined || !isManaged(policy) || typeof rule !== 'number') return 'another'
  return ruleKey({ namespace: policy.namespace, policy: policy.name, direction, rule })
}
