import { unsetOrFalse } from '../answers.ts'
import type { Check } from '../check.ts'
import { podAndContainerFields } from '../field-patterns.ts'
import { field, inPodAndContainers } from '../judges.ts'

const HOST_PROCESS = ['securityContext', 'windowsOptions', 'hostProcess'] as const

/** Baseline, since 1.0. `windowsOptions.hostProcess` of the pod and of containers: unset or false. */
export const windowsHostProcess = {
  id: 'windowsHostProcess',
  level: 'baseline',
  title: 'Do not run Windows containers as processes of the node',
  variants: [
    {
      sinceMinor: 0,
      fields: podAndContainerFields(HOST_PROCESS),
      allowed: ['unset', 'false'],
      judge: inPodAndContainers(field(HOST_PROCESS, unsetOrFalse)),
    },
  ],
} as const satisfies Check
