import type { ConnectionChange } from '../../analysis/changes/connection-change.ts'
import { doorChanges, type DoorChange } from '../../analysis/changes/door-changes.ts'
import { pairChanges, type Ends, type PairChange } from '../../analysis/changes/pair-changes.ts'
import {
  connectionText,
  intersection,
  isEmpty,
  type ConnectionSet,
} from '../../analysis/reach/connection-set.ts'
import type { PluginName } from '../../analysis/reach/profile.ts'
import type { Reach } from '../../analysis/reach/reach.ts'
import type { Fault } from '../../base/fault.ts'
import { groupBy } from '../../base/group.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { readEstate } from '../../intake/read-estate.ts'
import type { Scene } from '../../model/scene.ts'
import {
  REACH_CHANGES,
  type ReachGate,
  type ToldChange,
  type ToldReachDiff,
  type ToldWayChange,
} from '../../report/reach/diff/diff.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms } from '../scan.ts'
import { outsideWord } from './outside-word.ts'
import { reachIn } from './reach-in.ts'
import { placeText, resourceText, toldReasons } from './told-reasons.ts'

/** A comparison of who can reach whom, as it was asked for. */
export interface ReachDiffRequest {
  /** The two sides: files or folders. */
  readonly old: string
  readonly now: string
  readonly estate: Omit<EstateTerms, 'targets'>
  /** Only what concerns these ports. */
  readonly port: ConnectionSet | undefined
  readonly hasReasons: boolean
  readonly plugin: PluginName | undefined
  readonly failOn: ReachGate
}

/** Both sides, compared. */
export interface FoundReachDiff {
  readonly told: ToldReachDiff
  readonly exitCode: number
}

/** Compares who can reach whom in two estates. Fails when one of them is not there: beside nothing all looks new. */
export function diffReach(request: ReachDiffRequest): Result<FoundReachDiff> {
  const old = sideOf(request.old, request)
  if (!old.ok) return old
  const now = sideOf(request.now, request)
  if (!now.ok) return now
  const sides = { old: old.value, now: now.value }
  const changes = changesTold(sides, request)
  const ways = doorChanges(sides.old, sides.now).flatMap((change) => waysTold(change, request))
  const faults = [...sides.old.faults, ...sides.now.faults]
  const isWhole =
    faults.length === 0 && [...changes, ...ways].every(({ change }) => change !== 'unknown')
  const failed = failedOf(changes, ways, request.failOn)
  const exitCode = failed > 0 ? EXIT.gateFailed : isWhole ? EXIT.fine : EXIT.incomplete
  return succeed({
    told: {
      old: request.old,
      now: request.now,
      plugin: [...new Set([sides.old, sides.now].map(({ reach }) => reach.profile.name))].join(
        ' -> ',
      ),
      changes,
      ways,
      added: onlyIn(sides.now.reach, sides.old.reach),
      removed: onlyIn(sides.old.reach, sides.now.reach),
      gate: { failOn: request.failOn, failed },
      exitCode,
      faults,
    },
    exitCode,
  })
}

interface Side {
  readonly scene: Scene
  readonly reach: Reach
  readonly faults: readonly Fault[]
}

function sideOf(target: string, { estate, plugin }: ReachDiffRequest): Result<Side> {
  const { scene, faults } = readEstate(estateRequest({ ...estate, targets: [target] }))
  const missing = faults.find(({ code }) => code === 'INTAKE_NOT_FOUND')
  if (missing !== undefined) return fail(missing)
  const reach = reachIn(scene, plugin)
  return succeed({ scene, reach, faults: [...faults, ...reach.faults] })
}

function onlyIn({ workloads }: Reach, other: Reach): readonly string[] {
  return workloads.map(({ id }) => id).filter((id) => other.workload(id) === undefined)
}

interface Sides {
  readonly old: Side
  readonly now: Side
}

// Who changed alike towards one peer is told together, and so are peers towards whom the same did.
function changesTold(sides: Sides, request: ReachDiffRequest): readonly ToldChange[] {
  const byFrom = joinAlike(pairsTold(sides, request), 'froms')
  return joinAlike(byFrom, 'tos').toSorted(
    (one, two) => REACH_CHANGES.indexOf(one.change) - REACH_CHANGES.indexOf(two.change),
  )
}

function joinAlike(changes: Iterable<ToldChange>, ends: 'froms' | 'tos'): readonly ToldChange[] {
  const groups = groupBy(changes, (change) => JSON.stringify({ ...change, [ends]: [] }))
  return [...groups.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [{ ...first, [ends]: [first, ...more].flatMap((change) => change[ends]) }],
  )
}

function* pairsTold(sides: Sides, request: ReachDiffRequest): Generator<ToldChange> {
  for (const pair of pairChanges(sides.old.reach, sides.now.reach)) {
    const { from, to, isOfOneSide } = pair
    const because = request.hasReasons ? { because: reasonsBehind(pair, sides) } : {}
    for (const { change, connections } of partsOf(pair.change, request.port))
      yield { change, froms: [from], tos: [to], connections, isOfOneSide, ...because }
  }
}

function reasonsBehind({ old, now }: PairChange, sides: Sides) {
  const ask = (ends: Ends | undefined, { reach }: Side) =>
    ends === undefined ? [] : toldReasons(reach.reasons(ends.from, ends.to))
  return { old: ask(old, sides.old), now: ask(now, sides.now) }
}

function waysTold(
  { door, from, change }: DoorChange,
  request: ReachDiffRequest,
): readonly ToldWayChange[] {
  return partsOf(change, request.port).map((part) => ({
    ...part,
    to: door.to.id,
    way: door.way,
    object: resourceText(door.resource),
    at: placeText(door.place),
    from: outsideWord(from),
  }))
}

function partsOf(change: ConnectionChange, port: ConnectionSet | undefined) {
  return REACH_CHANGES.flatMap((name) => {
    const set = port === undefined ? change[name] : intersection(change[name], port)
    return isEmpty(set) ? [] : [{ change: name, connections: connectionText(set) }]
  })
}

// What a new workload may do was not there to be opened; the ways in to it count.
function failedOf(
  changes: readonly ToldChange[],
  ways: readonly ToldWayChange[],
  failOn: ReachGate,
): number {
  if (failOn === 'never') return 0
  const opened = changes.filter(({ change, isOfOneSide }) => change === 'opened' && !isOfOneSide)
  const counts = opened.map(({ froms, tos }) => {
    const counted = failOn === 'outside' ? froms.filter(isOutside) : froms
    return counted.length * tos.length
  })
  return sum(counts) + ways.filter(({ change }) => change === 'opened').length
}

// What is neither a workload nor a controller is a range of addresses.
function isOutside(from: string): boolean {
  return !/[[{]/.test(from)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
