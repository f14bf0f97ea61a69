import { isText, oneOf, type Answer } from '../answers.ts'
import type { Check } from '../check.ts'
import { podAndContainerFields } from '../field-patterns.ts'
import { everyPair, field, ifWritten, inPodAndContainers, join } from '../judges.ts'

const PROFILE = ['securityContext', 'appArmorProfile'] as const
const TYPE = [...PROFILE, 'type'] as const
const TYPES = ['RuntimeDefault', 'Localhost'] as const
const KEY_PREFIX = 'container.apparmor.security.beta.kubernetes.io/'

const judgeTypes = inPodAndContainers(ifWritten(PROFILE, field(TYPE, oneOf(...TYPES))))
const judgeAnnotations = everyPair(['annotations'], judgeAnnotation)

/**
 * Baseline, since 1.0. `appArmorProfile.type` of the pod and of containers: RuntimeDefault or Localhost when there is
 * a profile; the annotations of old, `container.apparmor.security.beta.kubernetes.io/<container>`: runtime/default,
 * localhost/<profile> or empty, whether that container exists or not.
 */
export const appArmorProfile = {
  id: 'appArmorProfile',
  level: 'baseline',
  title: 'Do not switch AppArmor off',
  variants: [
    {
      sinceMinor: 0,
      fields: [...podAndContainerFields(TYPE), `metadata.annotations["${KEY_PREFIX}*"]`],
      allowed: [
        `type: unset, ${TYPES.join(', ')}`,
        'annotation: unset, empty, runtime/default, localhost/*',
      ],
      judge: (pod) => join(judgeAnnotations(pod.metadata), judgeTypes(pod)),
    },
  ],
} as const satisfies Check

function judgeAnnotation(key: string, value: unknown): Answer {
  if (!key.startsWith(KEY_PREFIX) || value === undefined || value === '') return 'allowed'
  // Decided by its beginning, so a placeholder may follow.
  if (typeof value === 'string' && value.startsWith('localhost/')) return 'allowed'
  if (!isText(value)) return 'unclear'
  return value === 'runtime/default' ? 'allowed' : 'forbidden'
}
