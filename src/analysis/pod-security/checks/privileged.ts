import { unsetOrFalse } from '../answers.ts'
import type { Check } from '../check.ts'
import { containerFields } from '../field-patterns.ts'
import { field, inContainers } from '../judges.ts'

const PRIVILEGED = ['securityContext', 'privileged'] as const

/** Baseline, since 1.0. `securityContext.privileged` of containers: unset or false. */
export const privileged = {
  id: 'privileged',
  level: 'baseline',
  title: 'Do not run privileged containers',
  variants: [
    {
      sinceMinor: 0,
      fields: containerFields(PRIVILEGED),
      allowed: ['unset', 'false'],
      judge: inContainers(field(PRIVILEGED, unsetOrFalse)),
    },
  ],
} as const satisfies Check
