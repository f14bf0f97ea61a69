import { isList } from '../../../model/part.ts'
import { isText, oneOf, type Answer } from '../answers.ts'
import type { Check } from '../check.ts'
import { containerFields } from '../field-patterns.ts'
import { all, field, inContainers, members, unlessWindows } from '../judges.ts'

const CAPABILITIES = ['securityContext', 'capabilities'] as const
const ADD = [...CAPABILITIES, 'add'] as const
const DROP = [...CAPABILITIES, 'drop'] as const

// What container runtimes give by default, but for NET_RAW.
const DEFAULT_CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
] as const

/** Baseline, since 1.0. `capabilities.add` of containers: default capabilities only, spelled without CAP_. */
export const capabilitiesBaseline = {
  id: 'capabilities_baseline',
  level: 'baseline',
  title: 'Do not add capabilities beyond the default ones',
  variants: [
    {
      sinceMinor: 0,
      fields: containerFields([...CAPABILITIES, 'add[*]']),
      allowed: ['unset', ...DEFAULT_CAPABILITIES],
      judge: inContainers(members(ADD, [], oneOf(...DEFAULT_CAPABILITIES))),
    },
  ],
} as const satisfies Check

const RESTRICTED_FIELDS = containerFields(DROP).concat(containerFields([...CAPABILITIES, 'add[*]']))
const RESTRICTED_ALLOWED = ['drop: a list with ALL', 'add: unset, NET_BIND_SERVICE'] as const
const judgeRestricted = inContainers(
  all(field(DROP, dropsAll), members(ADD, [], oneOf('NET_BIND_SERVICE'))),
)

/**
 * Restricted, since 1.22, in place of the baseline one. `capabilities.drop` of containers: must hold ALL;
 * `capabilities.add`: NET_BIND_SERVICE only. Since 1.25 not for Windows pods.
 */
export const capabilitiesRestricted = {
  id: 'capabilities_restricted',
  level: 'restricted',
  title: 'Drop all capabilities and add back NET_BIND_SERVICE at most',
  overrides: 'capabilities_baseline',
  variants: [
    {
      sinceMinor: 22,
      fields: RESTRICTED_FIELDS,
      allowed: RESTRICTED_ALLOWED,
      judge: judgeRestricted,
    },
    {
      sinceMinor: 25,
      fields: RESTRICTED_FIELDS,
      allowed: [...RESTRICTED_ALLOWED, 'anything when spec.os.name is windows'],
      judge: unlessWindows(judgeRestricted),
    },
  ],
} as const satisfies Check

function dropsAll(drop: unknown): Answer {
  if (drop === undefined) return 'forbidden'
  if (!isList(drop)) return 'unclear'
  if (drop.includes('ALL')) return 'allowed'
  return drop.every((name) => isText(name ?? '')) ? 'forbidden' : 'unclear'
}
