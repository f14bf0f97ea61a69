import { oncePerScene } from '../../model/once-per-scene.ts'
import { valueAt } from '../../model/part.ts'
import { spotOf, type Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'

/**
 * A check of Compose services that leaves out what was said of another one before: services that share a piece by an
 * anchor have one fault, in the one place where it is written.
 */
export function toldOnce(
  check: (service: Resource) => readonly Complaint[],
): (service: Resource, scene: Scene) => readonly Complaint[] {
  return (service, scene) => {
    const complaints = check(service)
    if (complaints.length === 0) return complaints
    const before = earlierIn(service, scene)
    return complaints.filter(({ place }) => !before.some((other) => hasSame(other, place)))
  }
}

// Those who share a piece stand in one file, mostly behind one another.
const MOST_BEFORE = 60

function earlierIn(service: Resource, scene: Scene): readonly Resource[] {
  const index = indexes(scene).get(service) ?? 0
  return scene
    .ofKind('ComposeService')
    .slice(Math.max(0, index - MOST_BEFORE), index)
    .filter(({ document }) => document.source === service.document.source)
}

const indexes = oncePerScene(
  (scene) => new Map(scene.ofKind('ComposeService').map((service, index) => [service, index])),
)

function hasSame(other: Resource, place: Place): boolean {
  if (valueAt(other.value, place.path) === undefined) return false
  const spot = spotOf({ document: other.document, path: place.path })
  return spot.start === spotOf(place).start
}
