import { connectionText } from '../../analysis/reach/connection-set.ts'
import type { Reason } from '../../analysis/reach/reach.ts'
import { spotOf, type Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { ToldReason } from '../../report/reach/reach.ts'

/** Reasons with their places and names as text. */
export function toldReasons(reasons: readonly Reason[]): readonly ToldReason[] {
  return reasons.map(({ direction, verdict, isSure, policy, place, connections, narrowed }) => ({
    direction,
    verdict,
    isSure,
    policy: policy && resourceText(policy),
    at: place && placeText(place),
    connections: connectionText(connections),
    ...(narrowed.length > 0 && { narrowed }),
  }))
}

/** An object as `namespace/Kind/name`. */
export function resourceText({ namespace, kind, name }: Resource): string {
  return namespace === undefined ? `${kind}/${name}` : `${namespace}/${kind}/${name}`
}

/** A place as `file:line:column`. */
export function placeText(place: Place): string {
  const { file, line, column } = spotOf(place)
  return `${file}:${line}:${column}`
}
