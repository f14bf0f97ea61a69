import type { Fault } from '../../base/fault.ts'
import type { ToldReason } from './reach.ts'

/** What policies make of a way in. */
export type ExposedState = 'open' | 'unclear' | 'closed'

/** One way from outside to one workload. */
export interface ToldPassage {
  /** The workload, as `namespace/name[Kind]`. */
  readonly to: string
  /** `Ingress`, `LoadBalancer`, `hostPort`. */
  readonly way: string
  /** What opens it: `namespace/Kind/name`. */
  readonly object: string
  /** `file:line:column` of the field that does. */
  readonly at: string
  /** Who stands before it: `the internet`, a block, a range of addresses. */
  readonly from: readonly string[]
  readonly state: ExposedState
  /** The ports of the pods that are open, may be, or are closed. */
  readonly connections: string
  /** Why nobody can tell; of what is unclear alone. */
  readonly doubt: string | undefined
  /** The rules behind it; when they were asked for. */
  readonly because?: readonly ToldReason[]
}

/** Everything that `portolan reach --exposed` tells. */
export interface ToldExposed {
  readonly targets: readonly string[]
  readonly plugin: string
  /** How many workloads there are. */
  readonly workloads: number
  /** By workload, then by way. */
  readonly passages: readonly ToldPassage[]
  readonly faults: readonly Fault[]
}
