import type { Path } from '../../model/document.ts'
import type { Field } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'

/**
 * The field at `path` that counts for a container: its own, or else its pod's, as for all fields that both security
 * contexts have. Undefined when neither says anything. Source: SecurityContext and PodSecurityContext, core/v1.
 */
export function effective(container: Container, path: Path): Field | undefined {
  return container.get(...path) ?? container.pod.get(...path)
}

/** Who is to be told about `field`: the container that says it, or keeps silent, or the pod that says it for all. */
export function speaker(container: Container, field: Field | undefined): string {
  const isOwn = container.path.every((step, depth) => field?.place.path[depth] === step)
  return field === undefined || isOwn ? `Container "${container.name}"` : 'The pod'
}
