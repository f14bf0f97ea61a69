import { oneOf } from '../answers.ts'
import type { Check } from '../check.ts'
import { containerFields } from '../field-patterns.ts'
import { all, field, ifWritten, inContainers, type FieldPath, type SiteJudge } from '../judges.ts'

const CALLERS = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const

// A hook by TCP is never run, but the API keeps the field and the standard minds it.
const HANDLERS = ['httpGet', 'tcpSocket'] as const
const HOSTS = CALLERS.flatMap((caller) => hostsOf(caller))

/**
 * Baseline, since 1.34. `host` of the HTTP and TCP probes and lifecycle hooks of containers: unset or empty, which
 * means the pod itself. Any other host makes the kubelet knock on doors that the pod could not reach.
 */
export const hostProbesAndHostLifecycle = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  title: 'Do not aim probes and lifecycle hooks at other hosts',
  variants: [
    {
      sinceMinor: 34,
      fields: HOSTS.flatMap(containerFields),
      allowed: ['unset', 'empty'],
      judge: inContainers(all(...CALLERS.map(judgeCaller))),
    },
  ],
} as const satisfies Check

function judgeCaller(caller: FieldPath): SiteJudge {
  return ifWritten(caller, all(...hostsOf(caller).map((path) => field(path, oneOf('')))))
}

function hostsOf(caller: FieldPath): readonly FieldPath[] {
  return HANDLERS.map((handler) => [...caller, handler, 'host'])
}
