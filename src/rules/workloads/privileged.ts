import type { Container } from '../../model/pod.ts'

/**
 * Whether a container surely runs in privileged mode. Runtimes then give it every capability and no seccomp, AppArmor
 * or /proc mask whatever else is written, so it is told so once, by privileged-container.
 */
export function isPrivileged(container: Container): boolean {
  return container.get('securityContext', 'privileged')?.value === true
}
