import type { Path } from '../../model/document.ts'
import type { Candidate } from './candidate.ts'

/** The levels that forbid something; each includes the one before. */
export type StrictLevel = 'baseline' | 'restricted'

/**
 * A field at fault, from the root of the pod. Not `sure` when nobody can tell: a placeholder that is not resolved yet
 * or a value of the wrong type, which the API server would refuse, stands where the decision is made.
 */
export interface Blame {
  readonly field: Path
  readonly sure: boolean
}

/** Names the fields of a pod that are at fault, in the order of its containers; none when it passes. Never throws. */
export type Judge = (pod: Candidate) => readonly Blame[]

/** What a check says from one policy version on, until its next variant. */
export interface Variant {
  /** The first policy version that it belongs to is v1.<sinceMinor>. */
  readonly sinceMinor: number
  /** The fields it looks at, as guides write them: `spec.containers[*].securityContext.privileged`. */
  readonly fields: readonly string[]
  /** What may stand there, and what lifts the demand. */
  readonly allowed: readonly string[]
  readonly judge: Judge
}

/** One demand of the Pod Security Standards. Facts: versions.data.ts. */
export interface Check<Id extends string = string> {
  /** The name the admission plugin gives it. */
  readonly id: Id
  /** The lowest level that makes the demand. */
  readonly level: StrictLevel
  readonly title: string
  /** The baseline check that a restricted one makes superfluous, as it asks at least as much of the same fields. */
  readonly overrides?: Id
  /** By rising version. */
  readonly variants: readonly Variant[]
}
