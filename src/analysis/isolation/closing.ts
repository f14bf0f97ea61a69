import type { Claim } from '../pod-security/candidate.ts'
import type { Lookup, Selector } from './label-selector.ts'
import type { Subject, Territory } from './subjects.ts'

/** A direction of traffic, as seen from the pod. */
export type Direction = 'ingress' | 'egress'

/** Both directions. */
export const DIRECTIONS = ['ingress', 'egress'] as const satisfies readonly Direction[]

/** For each direction, whether a policy denies what it does not allow. */
export type Closes = Readonly<Record<Direction, Claim>>

/** What one policy closes, of whatever kind it is. */
export interface Closing {
  readonly closes: Closes
  readonly pods: Selector
  /** How `pods` sees the labels of a pod: plugins add some of their own. */
  readonly labelsOf: (subject: Subject, territory: Territory) => Lookup
  /** Whether it is about the pods of a namespace. */
  readonly covers: (territory: Territory) => Claim
}

/** The labels as they are written. */
export function plainLabels({ labels }: Subject): Lookup {
  return labels
}
