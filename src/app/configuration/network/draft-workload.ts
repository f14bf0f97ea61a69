import type { Flow } from '../../../analysis/intent/flow.ts'
import type { Direction } from '../../../analysis/isolation/closing.ts'
import type { Pod } from '../../../model/pod.ts'
import { resourceKey } from '../../../model/resource.ts'
import type { Chapter } from '../draft.ts'
import { ciliumChapter, goesByCilium } from './cilium-policy.ts'
import { POLICY_TYPES, type Drafting } from './drafting.ts'
import { needsIn } from './needs.ts'
import { podSelectorOf } from './pod-selector.ts'
import type { Room } from './rooms.ts'
import { managedPolicy, rulesFor, type DraftedRule } from './workload-policy.ts'

/** The policy that lets a workload through to what it needs, and what needs it; none when nothing does. */
export function draftWorkload(pod: Pod, room: Room, drafting: Drafting): readonly Chapter[] {
  const { directions, scene, names } = drafting
  const podSelector = podSelectorOf(pod)
  if (podSelector === undefined) return []
  const needs = needsIn(scene).get(resourceKey(pod.owner))
  const own = directions.map((way) => [way, flowsOf(needs?.flows[way] ?? [])] as const)
  if (own.every(([, flows]) => flows.length === 0)) return []
  const name = names(`allow-${pod.owner.name}`)
  const rules = own.map(([way, flows]) => {
    const standpoint = { namespace: pod.owner.namespace ?? '', direction: way, scene }
    const placed = flows.filter((flow) => !goesByCilium(flow, way, scene))
    return [way, usedRules(rulesFor(placed, standpoint), { name, way, room, drafting })] as const
  })
  const who = `${room.prefix}${pod.owner.name}: what the files say that it needs.`
  const byCilium = (way: Direction): readonly Flow[] =>
    own
      .filter(([direction]) => direction === way)
      .flatMap(([, flows]) => flows.filter((flow) => goesByCilium(flow, way, scene)))
  const cilium = { ingress: byCilium('ingress'), egress: byCilium('egress') }
  return [
    ...policyChapters({ name, room, podSelector, who }, rules),
    ...ciliumChapter({ name, pod, room }, cilium, scene),
  ]
}

/** Whether something is let through to or from a workload for which a policy would be written. */
export function hasNeeds(pod: Pod, { directions, scene }: Drafting): boolean {
  const needs = needsIn(scene).get(resourceKey(pod.owner))
  return directions.some((way) => flowsOf(needs?.flows[way] ?? []).length > 0)
}

// The namespace lets all of its pods ask for names.
function flowsOf(flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(({ to }) => to.kind !== 'dns')
}

interface Position {
  readonly name: string
  readonly way: Direction
  readonly room: Room
  readonly drafting: Drafting
}

/** Rules without those that let through nothing that others do not. */
export function usedRules(
  rules: readonly DraftedRule[],
  { name, way, room, drafting }: Position,
): readonly DraftedRule[] {
  const { namespace } = room
  return rules.filter(
    (_, rule) => !drafting.isIdle({ namespace, policy: name, direction: way, rule }),
  )
}

interface Heading {
  readonly name: string
  readonly room: Room
  readonly podSelector: Chapter['manifests'][number]
  readonly who: string
}

/** A policy of some rules, told with the evidence for each; none without a rule. */
export function policyChapters(
  { name, room, podSelector, who }: Heading,
  rules: readonly (readonly [Direction, readonly DraftedRule[]])[],
): readonly Chapter[] {
  const used = rules.filter(([, own]) => own.length > 0)
  if (used.length === 0) return []
  const spec = {
    podSelector,
    policyTypes: used.map(([way]) => POLICY_TYPES[way]),
    ...Object.fromEntries(used.map(([way, own]) => [way, own.map(({ rule }) => rule)])),
  }
  const why = used.flatMap(([, own]) => own.flatMap((rule) => rule.why))
  return [
    { why: [who, ...why], manifests: [managedPolicy(name, room.written, spec)], isWhole: true },
  ]
}
