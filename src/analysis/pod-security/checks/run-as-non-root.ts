import { onlyTrue } from '../answers.ts'
import type { Check } from '../check.ts'
import { podAndContainerFields } from '../field-patterns.ts'
import { field, inherited, unlessUserNamespace } from '../judges.ts'

const SETTING = ['securityContext', 'runAsNonRoot'] as const
const FIELDS = podAndContainerFields(SETTING)
const ALLOWED = ['true', 'unset for containers when the pod says true'] as const
const judgeSetting = inherited(SETTING, field(SETTING, onlyTrue))

/**
 * Restricted, since 1.0. `securityContext.runAsNonRoot` of the pod or of each container: true, and false nowhere.
 * Since 1.35 anything in a pod with `hostUsers: false`.
 */
export const runAsNonRoot = {
  id: 'runAsNonRoot',
  level: 'restricted',
  title: 'Require a user other than root',
  variants: [
    { sinceMinor: 0, fields: FIELDS, allowed: ALLOWED, judge: judgeSetting },
    {
      sinceMinor: 35,
      fields: FIELDS,
      allowed: [...ALLOWED, 'anything when spec.hostUsers is false'],
      judge: unlessUserNamespace(judgeSetting),
    },
  ],
} as const satisfies Check
