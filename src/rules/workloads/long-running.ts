import type { Pod } from '../../model/pod.ts'
import { isOwned } from './owner.ts'

/**
 * Whether the pods of a workload are meant to run until somebody stops them. Not so for jobs, for what may end by
 * itself, for templates that nothing runs, and for pods whose owner is asked instead.
 */
export function isLongRunning(pod: Pod): boolean {
  const { owner } = pod
  // Foreign workloads that end are called some kind of Job too, or keep a template for one.
  if (
    owner.kind.endsWith('Job') ||
    owner.type === 'PodTemplate' ||
    pod.path.includes('jobTemplate')
  ) {
    return false
  }
  if (owner.type === 'Pod' && isOwned(owner)) return false
  const policy = pod.get('restartPolicy')?.value
  return policy === undefined || policy === 'Always'
}
