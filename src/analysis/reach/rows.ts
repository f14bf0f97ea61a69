import { groupBy } from '../../base/group.ts'
import { claimSome } from '../isolation/claims.ts'
import type { Columns } from './columns.ts'
import type { DeclaredPorts } from './declared-ports.ts'
import type { PolicyRule, PolicySide } from './policy.ts'
import type { MeaningOf, PortMeaning } from './port-meaning.ts'
import { ALL, NONE, type SetTable } from './set-table.ts'

/** A side of a policy that selects some pods, for sure or perhaps. */
export interface Applied {
  readonly side: PolicySide
  readonly claim: true | 'unclear'
}

/**
 * What passes in one direction between pods and every column: `sure` for certain, `possible` at most. By the id of the
 * set.
 */
export interface Row {
  readonly sure: Uint32Array
  readonly possible: Uint32Array
}

/** What rows are worked out with. */
export interface Desk {
  readonly columns: Columns
  readonly table: SetTable
  readonly meaningOf: MeaningOf
}

/** Pods that the same sides select, with the ports that names mean in them when they are the destination. */
export interface Selected {
  readonly applied: readonly Applied[]
  readonly ports: DeclaredPorts | undefined
}

/**
 * Works a row out: stages in order, rules in order, the first that holds decides. What may be decided and what certainly
 * is are kept apart, so that a rule which may not hold takes nothing from those after it.
 */
export function rowOf(selected: Selected, desk: Desk): Row {
  const { columns, table } = desk
  const { count } = columns
  const run: Run = {
    accepted: new Uint32Array(count),
    denied: new Uint32Array(count),
    open: new Uint32Array(count).fill(ALL),
  }
  const stages = groupBy(selected.applied, ({ side: { rank } }) => `${rank.stage}/${rank.tier}`)
  for (const stage of stages.values()) sweep({ ...selected, applied: stage }, run, desk)
  return {
    sure: run.denied.map((denied) => table.take(ALL, denied)),
    possible: run.accepted.map((accepted, at) => table.unite(accepted, run.open[at] ?? NONE)),
  }
}

/** By column: what may be accepted, what may be denied, and what may not be decided yet. */
interface Run {
  readonly accepted: Uint32Array
  readonly denied: Uint32Array
  readonly open: Uint32Array
}

function sweep(stage: Selected, run: Run, desk: Desk): void {
  const { table } = desk
  const passed = new Uint32Array(run.open.length)
  const ends = { allow: run.accepted, deny: run.denied, pass: passed } as const
  for (const { side, claim } of stage.applied) {
    for (const rule of side.rules) {
      const end = ends[rule.action]
      for (const { column, claim: hit } of desk.columns.hitsOf(rule)) {
        const { sure, possible } = meaningAt(rule, column, stage, desk)
        const open = run.open[column] ?? NONE
        end[column] = table.unite(end[column] ?? NONE, table.meet(open, possible))
        if (claim === true && hit === true) run.open[column] = table.take(open, sure)
      }
    }
  }
  close(stage, run, desk)
  for (let column = 0; column < passed.length; column++)
    run.open[column] = table.unite(run.open[column] ?? NONE, passed[column] ?? NONE)
}

function meaningAt(rule: PolicyRule, column: number, { ports }: Selected, desk: Desk): PortMeaning {
  return desk.meaningOf(rule, ports ?? desk.columns.portsOf(column))
}

// What a stage leaves undecided it denies, if a policy of it isolates.
function close(stage: Selected, run: Run, desk: Desk): void {
  const { applied } = stage
  const isolates = claimSome(applied, ({ side, claim }) =>
    claim === true ? side.isolates : side.isolates !== false && 'unclear',
  )
  if (isolates === false) return
  const allowed = isolates === true ? undefined : allowedByEach(stage, desk)
  const { table } = desk
  for (let column = 0; column < run.open.length; column++) {
    const open = run.open[column] ?? NONE
    const denied = table.take(open, allowed?.[column] ?? NONE)
    run.denied[column] = table.unite(run.denied[column] ?? NONE, denied)
    if (isolates === true) run.open[column] = NONE
  }
}

// Whichever of the policies that may isolate does: what each of them allows is allowed. Those that deny are not asked,
// as what they deny is not allowed by others for sure.
function allowedByEach(stage: Selected, desk: Desk): Uint32Array | undefined {
  const { columns, table } = desk
  let all: Uint32Array | undefined
  for (const { side } of stage.applied) {
    if (side.isolates === false) continue
    if (!side.isRead || side.rules.some(({ action }) => action !== 'allow')) return undefined
    const own = new Uint32Array(columns.count)
    for (const rule of side.rules) {
      for (const { column, claim } of columns.hitsOf(rule)) {
        if (claim !== true) continue
        const { sure } = meaningAt(rule, column, stage, desk)
        own[column] = table.unite(own[column] ?? NONE, sure)
      }
    }
    const before = all
    all = before === undefined ? own : own.map((id, at) => table.meet(id, before[at] ?? NONE))
  }
  return all
}
