import type { Rule } from './rule.ts'
import { addedCapability } from './workloads/added-capability/rule.ts'
import { appArmorUnconfined } from './workloads/app-armor-unconfined/rule.ts'
import { blockDeviceMounted } from './workloads/block-device-mounted/rule.ts'
import { capabilitiesNotDropped } from './workloads/capabilities-not-dropped/rule.ts'
import { cloudCredentialsMounted } from './workloads/cloud-credentials-mounted/rule.ts'
import { dangerousCapability } from './workloads/dangerous-capability/rule.ts'
import { defaultAccountToken } from './workloads/default-account-token/rule.ts'
import { etcdPathMounted } from './workloads/etcd-path-mounted/rule.ts'
import { hostDeviceMounted } from './workloads/host-device-mounted/rule.ts'
import { hostIpc } from './workloads/host-ipc/rule.ts'
import { hostLogsMounted } from './workloads/host-logs-mounted/rule.ts'
import { hostNetwork } from './workloads/host-network/rule.ts'
import { hostPathSubPath } from './workloads/host-path-sub-path/rule.ts'
import { hostPathVolume } from './workloads/host-path-volume/rule.ts'
import { hostPid } from './workloads/host-pid/rule.ts'
import { hostPort } from './workloads/host-port/rule.ts'
import { hostRootMounted } from './workloads/host-root-mounted/rule.ts'
import { kernelPathMounted } from './workloads/kernel-path-mounted/rule.ts'
import { kubeletPathMounted } from './workloads/kubelet-path-mounted/rule.ts'
import { namespaceWithoutPodSecurity } from './workloads/namespace-without-pod-security/rule.ts'
import { noSeccompProfile } from './workloads/no-seccomp-profile/rule.ts'
import { privilegeEscalation } from './workloads/privilege-escalation/rule.ts'
import { privilegedContainer } from './workloads/privileged-container/rule.ts'
import { probeHost } from './workloads/probe-host/rule.ts'
import { rootContainer } from './workloads/root-container/rule.ts'
import { rootGroupId } from './workloads/root-group-id/rule.ts'
import { rootUserId } from './workloads/root-user-id/rule.ts'
import { runtimeSocketMounted } from './workloads/runtime-socket-mounted/rule.ts'
import { seLinuxOptions } from './workloads/se-linux-options/rule.ts'
import { seccompUnconfined } from './workloads/seccomp-unconfined/rule.ts'
import { sharedProcessNamespace } from './workloads/shared-process-namespace/rule.ts'
import { unmaskedProc } from './workloads/unmasked-proc/rule.ts'
import { unsafeSysctl } from './workloads/unsafe-sysctl/rule.ts'
import { unusedAccountToken } from './workloads/unused-account-token/rule.ts'
import { volumeTypeNotRestricted } from './workloads/volume-type-not-restricted/rule.ts'
import { windowsHostProcess } from './workloads/windows-host-process/rule.ts'
import { writableRootFilesystem } from './workloads/writable-root-filesystem/rule.ts'

/** Every rule, stop by stop along the itinerary and by id within a stop. */
export const CATALOGUE: readonly Rule[] = [
  addedCapability,
  appArmorUnconfined,
  blockDeviceMounted,
  capabilitiesNotDropped,
  cloudCredentialsMounted,
  dangerousCapability,
  defaultAccountToken,
  etcdPathMounted,
  hostDeviceMounted,
  hostIpc,
  hostLogsMounted,
  hostNetwork,
  hostPathSubPath,
  hostPathVolume,
  hostPid,
  hostPort,
  hostRootMounted,
  kernelPathMounted,
  kubeletPathMounted,
  namespaceWithoutPodSecurity,
  noSeccompProfile,
  privilegeEscalation,
  privilegedContainer,
  probeHost,
  rootContainer,
  rootGroupId,
  rootUserId,
  runtimeSocketMounted,
  seLinuxOptions,
  seccompUnconfined,
  sharedProcessNamespace,
  unmaskedProc,
  unsafeSysctl,
  unusedAccountToken,
  volumeTypeNotRestricted,
  windowsHostProcess,
  writableRootFilesystem,
]

/** The rule of that id or former id. */
export function ruleOf(id: string): Rule | undefined {
  return CATALOGUE.find((rule) => rule.id === id || rule.formerly?.includes(id))
}
