import { onlyFalse } from '../answers.ts'
import type { Check } from '../check.ts'
import { containerFields } from '../field-patterns.ts'
import { field, inContainers, unlessWindows } from '../judges.ts'

const ESCALATION = ['securityContext', 'allowPrivilegeEscalation'] as const
const FIELDS = containerFields(ESCALATION)
const judgeEscalation = inContainers(field(ESCALATION, onlyFalse))

/**
 * Restricted, since 1.8. `securityContext.allowPrivilegeEscalation` of containers: false, as silence means true.
 * Since 1.25 not for Windows pods.
 */
export const allowPrivilegeEscalation = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  title: 'Forbid privilege escalation',
  variants: [
    { sinceMinor: 8, fields: FIELDS, allowed: ['false'], judge: judgeEscalation },
    {
      sinceMinor: 25,
      fields: FIELDS,
      allowed: ['false', 'anything when spec.os.name is windows'],
      judge: unlessWindows(judgeEscalation),
    },
  ],
} as const satisfies Check
