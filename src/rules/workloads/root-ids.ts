import type { Path } from '../../model/document.ts'
import type { Field } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'
import { effective } from './security-context.ts'

/**
 * The fields at `path`, of a container and of its pod, that ask for the id of root: to take one away is not enough
 * when the container's own hides another one of its pod.
 */
export function rootIds(container: Container, path: Path): readonly Field[] {
  const fields = [container.get(...path), container.pod.get(...path)]
  return fields.flatMap((field) => (field?.value === 0 ? [field] : []))
}

/** The user that a container, or else its pod, asks for; undefined when both leave it to the image. */
export function userOf(container: Container): unknown {
  return effective(container, ['securityContext', 'runAsUser'])?.value
}

/** Whether a container runs as a user other than root because it, or its pod, says which. */
export function choosesUser(container: Container): boolean {
  const user = userOf(container)
  return typeof user === 'number' && user > 0
}
