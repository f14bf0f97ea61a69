import { formatPath } from '../../model/place.ts'
import { candidateOf } from './candidate.ts'
import type { Check } from './check.ts'

/** A pod's spec as a test writes it. */
export type Spec = Readonly<Record<string, unknown>>

/**
 * The fields that `check` blames at v1.<minor>, as people write them; one that nobody can tell ends in ` ?`. Undefined
 * when the check is not yet in force there.
 */
export function blamed(
  check: Check,
  minor: number,
  pod: { readonly metadata?: unknown; readonly spec?: unknown },
): readonly string[] | undefined {
  const variant = check.variants.findLast(({ sinceMinor }) => sinceMinor <= minor)
  const blames = variant?.judge(candidateOf(pod.metadata, pod.spec))
  return blames?.map(({ field, sure }) => `${formatPath(field)}${sure ? '' : ' ?'}`)
}

/** A pod of one container with these fields. */
export function podWith(container: unknown): { readonly spec: Spec } {
  return { spec: { containers: [container] } }
}

/** A pod of one container with this security context. */
export function podWithContext(securityContext: unknown): { readonly spec: Spec } {
  return podWith({ name: 'web', securityContext })
}

/** A pod of one container that says nothing, with this security context of its own. */
export function podOwnContext(securityContext: unknown): { readonly spec: Spec } {
  return { spec: { securityContext, containers: [{ name: 'web' }] } }
}
