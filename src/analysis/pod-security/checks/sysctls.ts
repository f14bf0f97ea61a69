import { oneOf } from '../answers.ts'
import type { Check, Variant } from '../check.ts'
import { podField } from '../field-patterns.ts'
import { inPod, members } from '../judges.ts'

// Safe as they are the pod's own: what is set there stays there. Names are compared as written, dots not slashes.
const SINCE_0 = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_syncookies',
] as const
const SINCE_27 = [...SINCE_0, 'net.ipv4.ip_local_reserved_ports'] as const
const SINCE_29 = [
  ...SINCE_27,
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
] as const
const SINCE_32 = [...SINCE_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'] as const
const SINCE_37 = [
  ...SINCE_32,
  'net.ipv4.tcp_notsent_lowat',
  'net.ipv4.tcp_slow_start_after_idle',
] as const

/** Baseline, since 1.0. `securityContext.sysctls[*].name` of the pod: safe ones only; 1.27, 1.29, 1.32, 1.37 add some. */
export const sysctls = {
  id: 'sysctls',
  level: 'baseline',
  title: 'Set safe sysctls only',
  variants: [
    variant(0, SINCE_0),
    variant(27, SINCE_27),
    variant(29, SINCE_29),
    variant(32, SINCE_32),
    variant(37, SINCE_37),
  ],
} as const satisfies Check

function variant(sinceMinor: number, names: readonly string[]): Variant {
  return {
    sinceMinor,
    fields: podField(['securityContext', 'sysctls[*]', 'name']),
    allowed: names,
    judge: inPod(members(['securityContext', 'sysctls'], ['name'], oneOf(...names))),
  }
}
