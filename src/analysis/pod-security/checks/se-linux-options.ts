import { oneOf } from '../answers.ts'
import type { Check, Variant } from '../check.ts'
import { podAndContainerFields } from '../field-patterns.ts'
import { all, field, ifWritten, inPodAndContainers } from '../judges.ts'

const OPTIONS = ['securityContext', 'seLinuxOptions'] as const
const TYPE = [...OPTIONS, 'type'] as const
const USER = [...OPTIONS, 'user'] as const
const ROLE = [...OPTIONS, 'role'] as const

const FIELDS = [TYPE, USER, ROLE].flatMap(podAndContainerFields)
const TYPES = ['container_t', 'container_init_t', 'container_kvm_t'] as const
const ENGINE_TYPE = 'container_engine_t'

/**
 * Baseline, since 1.0. `seLinuxOptions.type` of the pod and of containers: unset, empty or one of the types made for
 * containers, since 1.31 container_engine_t too; `user` and `role`: unset or empty.
 */
export const seLinuxOptions = {
  id: 'seLinuxOptions',
  level: 'baseline',
  title: 'Keep to the SELinux labels of containers',
  variants: [variant(0, TYPES), variant(31, [...TYPES, ENGINE_TYPE])],
} as const satisfies Check

function variant(sinceMinor: number, types: readonly string[]): Variant {
  return {
    sinceMinor,
    fields: FIELDS,
    allowed: [`type: unset, empty, ${types.join(', ')}`, 'user and role: unset, empty'],
    judge: inPodAndContainers(
      ifWritten(
        OPTIONS,
        all(field(TYPE, oneOf('', ...types)), field(USER, oneOf('')), field(ROLE, oneOf(''))),
      ),
    ),
  }
}
