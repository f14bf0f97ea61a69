import { candidateFor } from '../../analysis/pod-security/candidate.ts'
import type { Check, Variant } from '../../analysis/pod-security/check.ts'
import { NO_BLAME } from '../../analysis/pod-security/judges.ts'
import { isPlaceholder, valueAt, type Field } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'

/** A field of a pod that a check of the Pod Security Standards does not accept, with what is written there. */
export interface BlamedField extends Field {
  readonly sure: boolean
}

/** What `check` says under the estate's Kubernetes, or undefined when that is older than the check. */
export function variantFor(check: Check, scene: Scene): Variant | undefined {
  return check.variants.findLast(({ sinceMinor }) => scene.atLeast(1, sinceMinor))
}

const NO_FIELDS: readonly BlamedField[] = []

/** The fields of `pod` that `check` does not accept under the estate's Kubernetes. O(containers). */
export function blamedFields(check: Check, pod: Pod, scene: Scene): readonly BlamedField[] {
  const blames = variantFor(check, scene)?.judge(candidateFor(pod)) ?? NO_BLAME
  if (blames.length === 0) return NO_FIELDS
  const root = pod.path.slice(0, -1)
  const written = { metadata: pod.metadata.value, spec: pod.value }
  return blames.map(({ field, sure }) => {
    const value = valueAt(written, field)
    const place = { document: pod.document, path: [...root, ...field] }
    return { value, place, resolved: !isPlaceholder(value), sure }
  })
}
