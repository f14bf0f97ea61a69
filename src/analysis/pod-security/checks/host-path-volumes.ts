import { onlyUnset } from '../answers.ts'
import type { Check } from '../check.ts'
import { podField } from '../field-patterns.ts'
import { inPod, members } from '../judges.ts'

/** Baseline, since 1.0. `hostPath` of volumes: unset; an empty mapping is one too many. */
export const hostPathVolumes = {
  id: 'hostPathVolumes',
  level: 'baseline',
  title: 'Do not mount paths of the node',
  variants: [
    {
      sinceMinor: 0,
      fields: podField(['volumes[*]', 'hostPath']),
      allowed: ['unset'],
      judge: inPod(members(['volumes'], ['hostPath'], onlyUnset)),
    },
  ],
} as const satisfies Check
