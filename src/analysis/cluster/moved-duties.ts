import { partyOf, type DutyId, type Party } from '../../model/duty.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Field } from '../../model/part.ts'
import { spotOf, type Place } from '../../model/place.ts'
import type { Scene } from '../../model/scene.ts'
import { MOVING_SIGNS, type MovingSign } from './moved-duties.data.ts'

/**
 * The duties that the estate takes over from its provider, each with the first setting that does it. What is not known
 * moves nothing. O(resources of the kinds that can); throws nothing.
 */
const movedDuties: (scene: Scene) => ReadonlyMap<DutyId, Place> = oncePerScene((scene) => {
  const moved = new Map<DutyId, Place>()
  for (const sign of MOVING_SIGNS.signs) {
    const place = placeOf(sign, scene)
    if (place !== undefined && !moved.has(sign.duty)) moved.set(sign.duty, place)
  }
  return moved
})

function placeOf({ offerings, type, path, values }: MovingSign, scene: Scene): Place | undefined {
  if (!offerings.some((offering) => offering === scene.offering)) return undefined
  const fields = scene.ofKind(type).flatMap((resource) => resource.get(...path) ?? [])
  return fields.find((field) => (values === undefined ? isWritten(field) : hasOneOf(field, values)))
    ?.place
}

function isWritten({ value }: Field): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0
}

function hasOneOf({ value, resolved }: Field, values: readonly unknown[]): boolean {
  return resolved && values.includes(value)
}

/** Who answers for `duty` in this estate: its architect, where the estate took it over from the provider. */
export function partyIn(duty: DutyId, scene: Scene): Party {
  const party = partyOf(duty, scene.offering)
  return party === 'provider' && movedDuties(scene).has(duty) ? 'architect' : party
}

/** What moved a duty in this estate, as `file:line`; undefined when nothing did. */
export function movedAt(duty: DutyId, scene: Scene): string | undefined {
  const place = movedDuties(scene).get(duty)
  if (place === undefined) return undefined
  const { file, line } = spotOf(place)
  return `${file}:${line}`
}
