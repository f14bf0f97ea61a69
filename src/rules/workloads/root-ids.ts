import type { Path } from '../../model/document.ts'
import type { Field } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'

/**
 * The fields at `path`, of a container and of its pod, that ask for the id of root: to take one away is not enough
 * when the container's own hides another one of its pod.
 */
export function rootIds(container: Container, path: Path): readonly Field[] {
  const fields = [container.get(...path), container.pod.get(...path)]
  return fields.flatMap((field) => (field?.value === 0 ? [field] : []))
}
