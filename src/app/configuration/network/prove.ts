import type { Flow } from '../../../analysis/intent/flow.ts'
import { intentOf } from '../../../analysis/intent/intent.ts'
import type { Scene } from '../../../model/scene.ts'
import { addressesOf } from './addresses.ts'
import { isLetByCilium } from './cilium-policy.ts'
import { courtOver, verdictOn, type Court } from './ends.ts'
import { unneededRules, writtenRules } from './idle-rules.ts'
import { isMeant, wantedFlows } from './needs.ts'
import type { RuleName } from './rule-name.ts'
import {
  closedBetween,
  doorsIn,
  remainingIn,
  type Closed,
  type Door,
  type Remaining,
} from './shifts.ts'

/**
 * What becomes of a connection that is meant. `kept`: it is open. `named`: Cilium lets it through by the name of
 * its host or as the API server, whose addresses it knows itself. `assumed`: it is open if the other end has one of the
 * usual addresses, as nobody said which. `closedBefore`: policies of others close it already, and stay as they are.
 * `undecided`: nobody can tell from what was read. `lost`: it was open and no longer is.
 */
export type Fate = 'kept' | 'named' | 'assumed' | 'closedBefore' | 'undecided' | 'lost'

/** A connection that is meant, and what becomes of it. */
interface ProvenFlow {
  readonly flow: Flow
  readonly fate: Fate
}

/** What holds of a configuration of the network, as the engine of reachability says. */
export interface Proof {
  readonly flows: readonly ProvenFlow[]
  /** Connections that may be meant and that no policy was written for. */
  readonly possible: readonly Flow[]
  readonly closed: Closed
  /** What stays open though nothing means it. */
  readonly remaining: readonly Remaining[]
  readonly doors: readonly Door[]
  /** How many rules were written, and those without which every connection that is meant would be as open. */
  readonly rules: number
  readonly unneeded: readonly RuleName[]
}

/**
 * Compares an estate before and after its configuration: what is meant and what becomes of it, what was closed, what
 * stays open and why, and whether each rule is needed. O(pairs of workloads that reach one another); throws nothing.
 */
export function prove(before: Scene, after: Scene): Proof {
  const flows = wantedFlows(after)
  const court = courtOver(after, flows)
  const earlier = courtOver(before, flows)
  const rules = writtenRules(after)
  return {
    flows: flows.map((flow) => ({ flow, fate: fateOf(flow, { court, earlier, scene: after }) })),
    possible: intentOf(after).filter((flow) => !isMeant(flow)),
    closed: closedBetween(before, after),
    remaining: remainingIn(court, flows),
    doors: doorsIn(before, after),
    rules: rules.length,
    unneeded: unneededRules(rules, flows, court),
  }
}

/** Whether nothing that is meant was lost and no rule is there for nothing. */
export function isSound({ flows, unneeded }: Proof): boolean {
  return unneeded.length === 0 && flows.every(({ fate }) => fate !== 'lost')
}

interface Bench {
  readonly court: Court
  readonly earlier: Court
  readonly scene: Scene
}

function fateOf(flow: Flow, { court, earlier, scene }: Bench): Fate {
  // Nodes reach their own pods whatever policies say. Source: NetworkPolicy v1.
  if (flow.from.kind === 'nodes') return 'kept'
  const now = verdictOn(flow, court)
  if (now !== 'open' && isLetByCilium(flow, scene)) return 'named'
  if (now === 'open') return isAssumed(flow, scene) ? 'assumed' : 'kept'
  const then = verdictOn(flow, earlier)
  if (now === 'maybe') return then === 'open' ? 'lost' : 'undecided'
  return then === 'closed' ? 'closedBefore' : 'lost'
}

function isAssumed({ from, to }: Flow, scene: Scene): boolean {
  return (
    addressesOf(from, true, scene)?.isGuess === true ||
    addressesOf(to, false, scene)?.isGuess === true
  )
}
