import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** The kinds that keep a number of pods that they name themselves, spelled as `kindName` does. */
export const REPLICATED: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
]

/** The number of pods that a workload asks for: one when it does not say. Undefined when nobody can tell. */
export function replicasOf(workload: Resource): number | undefined {
  return countIn(replicasField(workload))
}

/** Where a workload says how many pods it wants. */
export function replicasField(workload: Resource): Field | undefined {
  return workload.get('spec', 'replicas')
}

function countIn(field: Field | undefined): number | undefined {
  if (field === undefined) return 1
  return typeof field.value === 'number' && Number.isInteger(field.value) ? field.value : undefined
}
