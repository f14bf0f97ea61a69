import { unsetOrZero } from '../answers.ts'
import type { Check } from '../check.ts'
import { containerFields } from '../field-patterns.ts'
import { inContainers, members } from '../judges.ts'

/**
 * Baseline, since 1.0. `ports[*].hostPort` of containers: unset or 0. On the node's network the API server fills in
 * the container's port; that is not blamed again here, as `hostNetwork` is forbidden itself.
 */
export const hostPorts = {
  id: 'hostPorts',
  level: 'baseline',
  title: 'Do not occupy ports of the node',
  variants: [
    {
      sinceMinor: 0,
      fields: containerFields(['ports[*]', 'hostPort']),
      allowed: ['unset', '0'],
      judge: inContainers(members(['ports'], ['hostPort'], unsetOrZero)),
    },
  ],
} as const satisfies Check
