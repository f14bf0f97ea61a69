import type { Pod } from '../../model/pod.ts'
import { hostPathVolumes } from './host-path.ts'
import { isPrivileged } from './privileged.ts'

const HOST_FLAGS = ['hostNetwork', 'hostPID', 'hostIPC'] as const

/**
 * Whether a pod is an agent of its node: of a DaemonSet, and with something of the node in its hands. The place of an
 * agent is every node, the control plane's included; what it may do there is told by the rules about host access.
 */
export function isNodeAgent(pod: Pod): boolean {
  if (pod.owner.type !== 'DaemonSet') return false
  return (
    HOST_FLAGS.some((flag) => pod.get(flag)?.value === true) ||
    hostPathVolumes(pod).length > 0 ||
    pod.containers.some(isPrivileged)
  )
}
