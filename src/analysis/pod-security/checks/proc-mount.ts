import { oneOf, unsetOr } from '../answers.ts'
import type { Check } from '../check.ts'
import { containerFields } from '../field-patterns.ts'
import { field, inContainers, unlessUserNamespace } from '../judges.ts'

const PROC_MOUNT = ['securityContext', 'procMount'] as const
const FIELDS = containerFields(PROC_MOUNT)
const ALLOWED = ['unset', 'Default'] as const
const judgeProcMount = inContainers(field(PROC_MOUNT, unsetOr(oneOf('Default'))))

/**
 * Baseline, since 1.0. `securityContext.procMount` of containers: unset or Default. Since 1.35 anything in a pod with
 * `hostUsers: false`.
 */
export const procMountBaseline = {
  id: 'procMount',
  level: 'baseline',
  title: 'Keep the default masks of /proc',
  variants: [
    { sinceMinor: 0, fields: FIELDS, allowed: ALLOWED, judge: judgeProcMount },
    {
      sinceMinor: 35,
      fields: FIELDS,
      allowed: [...ALLOWED, 'anything when spec.hostUsers is false'],
      judge: unlessUserNamespace(judgeProcMount),
    },
  ],
} as const satisfies Check

/**
 * Restricted, since 1.35, in place of the baseline one. `securityContext.procMount` of containers: unset or Default,
 * as baseline asked before it made its exception.
 */
export const procMountRestricted = {
  id: 'procMount_restricted',
  level: 'restricted',
  title: 'Keep the default masks of /proc, in user namespaces too',
  overrides: 'procMount',
  variants: [{ sinceMinor: 35, fields: FIELDS, allowed: ALLOWED, judge: judgeProcMount }],
} as const satisfies Check
