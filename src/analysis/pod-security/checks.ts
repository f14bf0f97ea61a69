import type { Check } from './check.ts'
import { appArmorProfile } from './checks/app-armor-profile.ts'
import { capabilitiesBaseline, capabilitiesRestricted } from './checks/capabilities.ts'
import { hostNamespaces } from './checks/host-namespaces.ts'
import { hostPathVolumes } from './checks/host-path-volumes.ts'
import { hostPorts } from './checks/host-ports.ts'
import { hostProbesAndHostLifecycle } from './checks/host-probes.ts'
import { allowPrivilegeEscalation } from './checks/privilege-escalation.ts'
import { privileged } from './checks/privileged.ts'
import { procMountBaseline, procMountRestricted } from './checks/proc-mount.ts'
import { restrictedVolumes } from './checks/restricted-volumes.ts'
import { runAsNonRoot } from './checks/run-as-non-root.ts'
import { runAsUser } from './checks/run-as-user.ts'
import { seLinuxOptions } from './checks/se-linux-options.ts'
import { seccompProfileBaseline, seccompProfileRestricted } from './checks/seccomp-profile.ts'
import { sysctls } from './checks/sysctls.ts'
import { windowsHostProcess } from './checks/windows-host-process.ts'

/** The name the admission plugin gives a check. */
export type CheckId = (typeof TABLE)[number]['id']

const TABLE = [
  privileged,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  capabilitiesBaseline,
  procMountBaseline,
  seLinuxOptions,
  seccompProfileBaseline,
  appArmorProfile,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
  procMountRestricted,
] as const

/** Every check of the Pod Security Standards, those of baseline before those of restricted. */
export const CHECKS: readonly Check<CheckId>[] = TABLE
