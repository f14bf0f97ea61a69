import type { Severity } from './itinerary.ts'
import { kindName } from './kinds.ts'

/** Whether a finding counts: `open` does, `cannot-tell` is shown and counted apart, `waived` was lifted by its owner. */
export const FINDING_STATES = ['open', 'waived', 'cannot-tell'] as const

/** One of them. */
export type FindingState = (typeof FINDING_STATES)[number]

/** What is remembered of a finding from one run to another: all that a baseline or a saved report tells. */
export interface KnownFinding {
  readonly id: string
  /** What it is told by instead of its id, where two runs name the same file differently. */
  readonly sameAs?: string
  readonly rule: string
  readonly severity: Severity
  readonly state: FindingState
  readonly resource: KnownResource
  readonly file: string
  /** The field in Kubernetes notation; empty for the whole object. */
  readonly path: string
  /** What a baseline, which must survive moved lines, does not tell. */
  readonly detail:
    | { readonly message: string; readonly line: number; readonly column: number }
    | undefined
}

/** An object, as reports name it: `namespace` is null for kinds outside of namespaces. */
export interface KnownResource {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string
}

/** What tells one object from another: the same text as `resourceKey` gives for the object itself. */
export function knownKey({ apiVersion, kind, namespace, name }: KnownResource): string {
  return `${kindName(apiVersion, kind)}/${namespace ?? ''}/${name}`
}
