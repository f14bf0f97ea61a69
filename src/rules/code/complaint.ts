import { containersOf, servicesOf } from '../../analysis/images/used-by.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'

/** A fault of a Dockerfile: where it is, and what is wrong, as a sentence without its point. */
export interface ImageFault {
  readonly place: Place
  readonly text: string
  /** False when nobody can tell; true when it is not said. */
  readonly sure?: boolean
}

/** The complaint about a fault, which says what runs the image when that is known. */
export function complaintFor(
  { place, text, sure = true }: ImageFault,
  dockerfile: Resource,
  scene: Scene,
): Complaint {
  return { place, message: `${text}${userWords(dockerfile, scene)}.`, sure }
}

function userWords(dockerfile: Resource, scene: Scene): string {
  const owners = new Set(containersOf(dockerfile, scene).map(({ pod }) => pod.owner))
  const [owner] = owners
  if (owner !== undefined) {
    const others = owners.size === 1 ? '' : `, as do ${owners.size - 1} more`
    return `; ${owner.kind} "${owner.name}" runs the image of this name${others}`
  }
  const [service] = servicesOf(dockerfile, scene)
  return service === undefined ? '' : `; Compose service "${service.name}" runs it`
}
