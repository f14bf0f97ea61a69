import { unsetOrFalse } from '../answers.ts'
import type { Check } from '../check.ts'
import { podField } from '../field-patterns.ts'
import { all, field, inPod } from '../judges.ts'

const NAMESPACES = [['hostNetwork'], ['hostPID'], ['hostIPC']] as const

/** Baseline, since 1.0. `hostNetwork`, `hostPID` and `hostIPC` of the pod: unset or false. */
export const hostNamespaces = {
  id: 'hostNamespaces',
  level: 'baseline',
  title: 'Do not share namespaces of the node',
  variants: [
    {
      sinceMinor: 0,
      fields: NAMESPACES.flatMap(podField),
      allowed: ['unset', 'false'],
      judge: inPod(all(...NAMESPACES.map((path) => field(path, unsetOrFalse)))),
    },
  ],
} as const satisfies Check
