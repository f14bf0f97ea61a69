import type { Json } from '../../../model/edit.ts'
import { isList, isMapping, isPlaceholder, memberOf } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { textsOf, type Texts } from '../../../model/resource.ts'
import { podLabels } from '../../../model/scene.ts'
import type { Manifest } from '../draft.ts'

// Written by controllers into each generation of pods: a policy that names one fits until the next rollout.
const PASSING: ReadonlySet<string> = new Set([
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
])

/**
 * The label selector that a workload itself selects its pods by, or one of the labels of its pods. Undefined when it has
 * none that last, or a template hides them.
 */
export function podSelectorOf(pod: Pod): Manifest | undefined {
  const written = pod.owner.get('spec', 'selector')?.value
  const own = memberOf(written, 'matchLabels')
  const expressions = memberOf(written, 'matchExpressions')
  // A ReplicationController selects by plain labels, and a Job by what the cluster writes.
  const labels = pod.owner.type.endsWith('Job') ? podLabels(pod) : textsOf(own)
  const matchLabels = lasting(Object.keys(labels).length > 0 ? labels : podLabels(pod))
  const matchExpressions = isList(expressions) ? expressions.flatMap(expressionOf) : []
  const isEmpty = Object.keys(matchLabels).length === 0 && matchExpressions.length === 0
  if (isEmpty || Object.values(matchLabels).some(isPlaceholder)) return undefined
  return {
    ...(Object.keys(matchLabels).length === 0 ? {} : { matchLabels }),
    ...(matchExpressions.length === 0 ? {} : { matchExpressions }),
  }
}

function lasting(labels: Texts): Texts {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !PASSING.has(key)))
}

function expressionOf(expression: unknown): readonly Json[] {
  if (!isMapping(expression)) return []
  const { key, operator } = textsOf(expression)
  const values = memberOf(expression, 'values')
  if (key === undefined || operator === undefined) return []
  const texts = isList(values) ? values.filter((value) => typeof value === 'string') : undefined
  return [{ key, operator, ...(texts === undefined ? {} : { values: texts }) }]
}
