import type { Fault } from '../../../base/fault.ts'
import type { ToldReason } from '../reach.ts'

/** What became of a connection: nobody can tell of what is `unknown`, and could before. */
export const REACH_CHANGES = ['opened', 'closed', 'unknown'] as const

/** What became of a connection. */
export type ReachChange = (typeof REACH_CHANGES)[number]

/** Connections that changed alike: from each of `froms` to each of `tos`, both by id and never empty. */
export interface ToldChange {
  readonly change: ReachChange
  readonly froms: readonly string[]
  readonly tos: readonly string[]
  readonly connections: string
  /** Whether one end is a workload that only one of both sides has. */
  readonly isOfOneSide: boolean
  /** The rules on both sides; when they were asked for. */
  readonly because?: { readonly old: readonly ToldReason[]; readonly now: readonly ToldReason[] }
}

/** A way in from outside that changed. */
export interface ToldWayChange {
  readonly change: ReachChange
  readonly to: string
  readonly way: string
  /** `namespace/Kind/name`. */
  readonly object: string
  /** `file:line:column` of what opens it, or did. */
  readonly at: string
  readonly from: string
  readonly connections: string
}

/** What `portolan reach diff` stops for: anything that opened, what opened from outside, or nothing. */
export type ReachGate = 'opened' | 'outside' | 'never'

/** Everything that `portolan reach diff` tells. */
export interface ToldReachDiff {
  readonly old: string
  readonly now: string
  /** The network plugin of both sides; `calico -> cilium` when they differ. */
  readonly plugin: string
  readonly changes: readonly ToldChange[]
  readonly ways: readonly ToldWayChange[]
  /** Workloads that only one of both sides has. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly gate: { readonly failOn: ReachGate; readonly failed: number }
  readonly exitCode: number
  readonly faults: readonly Fault[]
}

/** How many connections and ways in changed in one way; those of workloads that one side lacks apart. */
export function countOf(
  { changes, ways }: ToldReachDiff,
  wanted: ReachChange,
): { readonly pairs: number; readonly ofOneSide: number; readonly ways: number } {
  const of = (isOfOneSide: boolean): number =>
    changes
      .filter((one) => one.change === wanted && one.isOfOneSide === isOfOneSide)
      .reduce((sum, { froms, tos }) => sum + froms.length * tos.length, 0)
  return {
    pairs: of(false),
    ofOneSide: of(true),
    ways: ways.filter(({ change }) => change === wanted).length,
  }
}

/** The counts in words: `2 opened, 1 closed, 0 no longer known`. */
export function countWords(diff: ToldReachDiff): string {
  return REACH_CHANGES.map((change) => {
    const { pairs, ways } = countOf(diff, change)
    return `${pairs + ways} ${CHANGE_WORDS[change]}`
  }).join(', ')
}

/** What each change is called. */
export const CHANGE_WORDS: Readonly<Record<ReachChange, string>> = {
  opened: 'opened',
  closed: 'closed',
  unknown: 'no longer known',
}

/** Whether the gate holds, in words. */
export function reachGateWords({ gate: { failOn, failed }, exitCode }: ToldReachDiff): string {
  if (failOn === 'never') return `off -> exit ${exitCode}`
  const what = failOn === 'outside' ? 'opened from outside' : 'opened'
  return `${failed > 0 ? `failed: ${failed}` : 'passed: none'} ${what} -> exit ${exitCode}`
}
