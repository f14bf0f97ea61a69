import type { Claim } from '../../analysis/pod-security/candidate.ts'
import type { JsonObject } from '../../model/edit.ts'
import { isList, isMapping, isPlaceholder, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isOwned } from './owner.ts'
import { isScaled, podsOf } from './relations.ts'
import { REPLICATED, replicasOf } from './replicas.ts'

/** What a PodDisruptionBudget leaves: whether a pod may go at all, as far as `field` decides it. */
export interface Leeway {
  readonly field: Field
  readonly isLeft: Claim
}

/** What a budget leaves, or undefined when it bounds nothing. Source: the disruption controller, Kubernetes 1.36. */
export function leeway(budget: Resource, scene: Scene): Leeway | undefined {
  const most = budget.get('spec', 'maxUnavailable')
  if (most !== undefined) {
    const amount = amountIn(most)
    return { field: most, isLeft: amount === undefined ? 'unclear' : amount.value > 0 }
  }
  const least = budget.get('spec', 'minAvailable')
  if (least === undefined) return undefined
  const amount = amountIn(least)
  if (amount === undefined) return { field: least, isLeft: 'unclear' }
  if (amount.isShare && amount.value >= 100) return { field: least, isLeft: false }
  const pods = expectedPods(budget, scene)
  if (pods === undefined || pods === 0) return undefined
  // Shares are rounded up, so half of one pod is that pod.
  const kept = amount.isShare ? Math.ceil((pods * amount.value) / 100) : amount.value
  return { field: least, isLeft: kept < pods }
}

/**
 * A budget that lets one pod of a workload go at a time, or undefined when its labels are no plain texts. It has a
 * namespace written where the workload has.
 */
export function budgetFor(workload: Resource): JsonObject | undefined {
  const labels = plainTexts(workload.get('spec', 'selector', 'matchLabels')?.value)
  const expressions = workload.get('spec', 'selector', 'matchExpressions')?.value
  if (labels === undefined || (isList(expressions) && expressions.length > 0)) return undefined
  const namespace = workload.get('metadata', 'namespace')?.value
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: workload.name, ...(typeof namespace === 'string' ? { namespace } : {}) },
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  }
}

function plainTexts(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isMapping(value)) return undefined
  const texts: Record<string, string> = {}
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string' || isPlaceholder(text)) return undefined
    texts[key] = text
  }
  return Object.keys(texts).length === 0 ? undefined : texts
}

interface Amount {
  readonly value: number
  readonly isShare: boolean
}

function amountIn({ value }: Field): Amount | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 0 ? { value, isShare: false } : undefined
  }
  const share = typeof value === 'string' ? /^(\d{1,3})%$/.exec(value)?.[1] : undefined
  return share === undefined ? undefined : { value: Number(share), isShare: true }
}

// Undefined when somebody else decides how many there are, or nobody can tell.
function expectedPods(budget: Resource, scene: Scene): number | undefined {
  let sum = 0
  for (const { owner } of podsOf(budget, scene)) {
    const isCounted = REPLICATED.includes(owner.type) && !isOwned(owner) && !isScaled(owner, scene)
    const replicas = isCounted ? replicasOf(owner) : undefined
    if (replicas === undefined) return undefined
    sum += replicas
  }
  return sum
}
