import type { Pod } from '../../model/pod.ts'

const SYSTEM_CLASSES: readonly unknown[] = ['system-cluster-critical', 'system-node-critical']

/** Whether a pod surely has one of the priorities that are made for the parts of a cluster. */
export function hasSystemPriority(pod: Pod): boolean {
  return SYSTEM_CLASSES.includes(pod.get('priorityClassName')?.value)
}
