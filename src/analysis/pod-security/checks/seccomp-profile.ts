import { oneOf } from '../answers.ts'
import type { Check } from '../check.ts'
import { podAndContainerFields } from '../field-patterns.ts'
import { field, ifWritten, inherited, inPodAndContainers, unlessWindows } from '../judges.ts'
import { judgeSeccompAnnotations, SECCOMP_ANNOTATIONS } from './seccomp-annotations.ts'

const PROFILE = ['securityContext', 'seccompProfile'] as const
const TYPE = [...PROFILE, 'type'] as const
const FIELDS = podAndContainerFields(TYPE)
const TYPES = ['RuntimeDefault', 'Localhost'] as const
const judgeType = field(TYPE, oneOf(...TYPES))

/**
 * Baseline. Since 1.0 the annotations `seccomp.security.alpha.kubernetes.io/pod` and, of each container,
 * `container.seccomp.security.alpha.kubernetes.io/<container>`: unset, runtime/default, docker/default or
 * localhost/<profile>. Since 1.19 instead `seccompProfile.type` of the pod and of containers: RuntimeDefault or
 * Localhost when there is a profile.
 */
export const seccompProfileBaseline = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  title: 'Do not switch seccomp off',
  variants: [
    {
      sinceMinor: 0,
      fields: SECCOMP_ANNOTATIONS,
      allowed: ['unset', 'runtime/default', 'docker/default', 'localhost/*'],
      judge: judgeSeccompAnnotations,
    },
    {
      sinceMinor: 19,
      fields: FIELDS,
      allowed: ['unset', ...TYPES],
      judge: inPodAndContainers(ifWritten(PROFILE, judgeType)),
    },
  ],
} as const satisfies Check

const RESTRICTED_ALLOWED = [
  ...TYPES,
  'unset for containers when the pod sets one of these',
] as const
const judgeRestricted = inherited(PROFILE, judgeType)

/**
 * Restricted, since 1.19, in place of the baseline one. `seccompProfile.type` of the pod or of each container:
 * RuntimeDefault or Localhost. Since 1.25 not for Windows pods.
 */
export const seccompProfileRestricted = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  title: 'Set a seccomp profile',
  overrides: 'seccompProfile_baseline',
  variants: [
    { sinceMinor: 19, fields: FIELDS, allowed: RESTRICTED_ALLOWED, judge: judgeRestricted },
    {
      sinceMinor: 25,
      fields: FIELDS,
      allowed: [...RESTRICTED_ALLOWED, 'anything when spec.os.name is windows'],
      judge: unlessWindows(judgeRestricted),
    },
  ],
} as const satisfies Check
