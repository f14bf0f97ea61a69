import { unsetOrNonZero } from '../answers.ts'
import type { Check } from '../check.ts'
import { podAndContainerFields } from '../field-patterns.ts'
import { field, inPodAndContainers, unlessUserNamespace } from '../judges.ts'

const USER = ['securityContext', 'runAsUser'] as const
const FIELDS = podAndContainerFields(USER)
const ALLOWED = ['unset', 'anything but 0'] as const
const judgeUser = inPodAndContainers(field(USER, unsetOrNonZero))

/**
 * Restricted, since 1.23. `securityContext.runAsUser` of the pod and of containers: anything but 0. Since 1.35 0 too
 * in a pod with `hostUsers: false`.
 */
export const runAsUser = {
  id: 'runAsUser',
  level: 'restricted',
  title: 'Do not ask for the root user',
  variants: [
    { sinceMinor: 23, fields: FIELDS, allowed: ALLOWED, judge: judgeUser },
    {
      sinceMinor: 35,
      fields: FIELDS,
      allowed: [...ALLOWED, 'anything when spec.hostUsers is false'],
      judge: unlessUserNamespace(judgeUser),
    },
  ],
} as const satisfies Check
