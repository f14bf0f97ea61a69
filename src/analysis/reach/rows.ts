import { groupBy } from '../../base/group.ts'
import { claimSome } from '../isolation/claims.ts'
import type { Columns } from './columns.ts'
import type { DeclaredPorts } from './declared-ports.ts'
import type { PolicyRule, PolicySide } from './policy.ts'
import type { MeaningOf, PortMeaning } from './port-meaning.ts'
import { ALL, NONE, type SetTable } from './set-table.ts'
import { spotsFor, type Spots } from './spots.ts'

/** A side of a policy that selects some pods, for sure or perhaps. */
export interface Applied {
  readonly side: PolicySide
  readonly claim: true | 'unclear'
}

/**
 * What passes in one direction between pods and every column, by spot: `sure` for certain, `possible` at most. By the id
 * of the set.
 */
export interface Row {
  /** The columns with a spot of their own, see `Spots`. */
  readonly columns: Int32Array
  readonly sure: Uint32Array
  readonly possible: Uint32Array
  /** Policies of one priority that decide one connection differently. */
  readonly conflicts: readonly Conflict[]
}

/** Two sides of which nobody says which comes first. */
export interface Conflict {
  readonly one: PolicySide
  readonly other: PolicySide
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
export function rowOf(selected: Selected, { columns, table, meaningOf }: Desk): Row {
  const rules = selected.applied.flatMap(({ side }) => side.rules)
  const desk = { spots: spotsFor(rules, columns), table, meaningOf }
  const run = startRun(desk.spots.count)
  const conflicts: Conflict[] = []
  const stages = groupBy(selected.applied, ({ side: { rank } }) => rank.stage)
  for (const applied of stages.values())
    conflicts.push(...passStage({ ...selected, applied }, run, desk))
  const sure = run.denied.map((denied) => table.take(ALL, denied))
  const possible = run.accepted.map((accepted, at) => table.unite(accepted, run.open[at] ?? NONE))
  return { ...trimmed(sure, possible, { spots: desk.spots, columns }), conflicts }
}

// What turns out as its zone needs no spot of its own.
function trimmed(
  sure: Uint32Array,
  possible: Uint32Array,
  { spots, columns }: { readonly spots: Spots; readonly columns: Columns },
): Omit<Row, 'conflicts'> {
  const { length: first } = columns.zones
  const isOwn = (spot: number): boolean => {
    const zone = spot < first ? -1 : (columns.zoneOf[spots.columns[spot - first] ?? 0] ?? 0)
    return sure[spot] !== sure[zone] || possible[spot] !== possible[zone]
  }
  const own = {
    columns: spots.columns.filter((_, at) => isOwn(first + at)),
    sure: sure.filter((_, spot) => isOwn(spot)),
    possible: possible.filter((_, spot) => isOwn(spot)),
  }
  // Most rows are certain throughout, and then one list serves for both.
  const isSure = own.possible.every((id, at) => id === own.sure[at])
  return isSure ? { ...own, possible: own.sure } : own
}

/** What rules are followed with in one row. */
interface RowDesk extends Omit<Desk, 'columns'> {
  readonly spots: Spots
}

/** By spot: what may be accepted, denied or passed on, and what may not be decided yet. */
interface Run {
  readonly accepted: Uint32Array
  readonly denied: Uint32Array
  readonly passed: Uint32Array
  readonly open: Uint32Array
}

function startRun(count: number): Run {
  const [accepted, denied, passed] = [
    new Uint32Array(count),
    new Uint32Array(count),
    new Uint32Array(count),
  ]
  return { accepted, denied, passed, open: new Uint32Array(count).fill(ALL) }
}

function passStage(stage: Selected, run: Run, desk: RowDesk): readonly Conflict[] {
  const conflicts: Conflict[] = []
  const ranks = groupBy(stage.applied, ({ side: { rank } }) => rank.order)
  for (const applied of ranks.values()) {
    const peers = { ...stage, applied }
    if (isTie(applied)) conflicts.push(...ask(peers, run, desk))
    else for (const one of applied) follow(one, peers, { run, desk })
  }
  close(stage, run, desk)
  addTo(run.open, run.passed, desk.table)
  run.passed.fill(NONE)
  return conflicts
}

// Policies that all do the same give the same in any order, and names decide between those of Calico.
function isTie(applied: readonly Applied[]): boolean {
  if (applied.length < 2 || applied.every(({ side }) => side.rank.name !== '')) return false
  return new Set(applied.flatMap(({ side }) => side.rules.map(({ action }) => action))).size > 1
}

// Nobody says which of several policies of one priority comes first, so each starts from what was open before.
function ask(tie: Selected, run: Run, desk: RowDesk): readonly Conflict[] {
  const conflicts = conflictsOf(tie, run, desk)
  const runs = tie.applied.map((one) => runAlone(one, tie, { run, desk }))
  for (const own of runs) {
    addTo(run.accepted, own.accepted, desk.table)
    addTo(run.denied, own.denied, desk.table)
    addTo(run.passed, own.passed, desk.table)
    own.open.forEach((open, at) => {
      run.open[at] = desk.table.meet(run.open[at] ?? NONE, open)
    })
  }
  return conflicts
}

function runAlone(one: Applied, tie: Selected, { run, desk }: Place): Run {
  const own = { ...startRun(run.open.length), open: run.open.slice() }
  follow(one, tie, { run: own, desk })
  return own
}

// Only what is certain is a conflict: of what may hold or not, nobody can be warned.
function conflictsOf(tie: Selected, run: Run, desk: RowDesk): readonly Conflict[] {
  const certain = certainly(desk)
  const runs = tie.applied
    .filter(({ claim }) => claim === true)
    .map((one) => ({ side: one.side, own: runAlone(one, tie, { run, desk: certain }) }))
  return runs.flatMap((one, at) =>
    runs
      .slice(at + 1)
      .filter((other) => isKnownPair(one.side, other.side))
      .filter((other) => disagree(one.own, other.own, desk.table))
      .map((other) => ({ one: one.side, other: other.side })),
  )
}

function certainly({ spots, table, meaningOf }: RowDesk): RowDesk {
  return {
    spots: {
      ...spots,
      hitsOf: (rule) => spots.hitsOf(rule).filter(({ claim }) => claim === true),
    },
    table,
    meaningOf: (rule, ports) => {
      const { sure } = meaningOf(rule, ports)
      return { sure, possible: sure }
    },
  }
}

// What was not understood has a fault of its own.
function isKnownPair(one: PolicySide, other: PolicySide): boolean {
  return one !== other && one.isRead && other.isRead
}

function disagree(one: Run, other: Run, table: SetTable): boolean {
  const overlap = (own: Uint32Array, others: readonly Uint32Array[]): boolean =>
    own.some((id, at) => others.some((ids) => table.meet(id, ids[at] ?? NONE) !== NONE))
  return (
    overlap(one.accepted, [other.denied, other.passed]) ||
    overlap(one.denied, [other.accepted, other.passed]) ||
    overlap(one.passed, [other.accepted, other.denied])
  )
}

interface Place {
  readonly run: Run
  readonly desk: RowDesk
}

function follow({ side, claim }: Applied, stage: Selected, { run, desk }: Place): void {
  const { table } = desk
  const ends = { allow: run.accepted, deny: run.denied, pass: run.passed } as const
  for (const rule of side.rules) {
    const end = ends[rule.action]
    for (const { column, claim: hit } of desk.spots.hitsOf(rule)) {
      const { sure, possible } = meaningAt(rule, column, stage, desk)
      const open = run.open[column] ?? NONE
      end[column] = table.unite(end[column] ?? NONE, table.meet(open, possible))
      if (claim === true && hit === true) run.open[column] = table.take(open, sure)
    }
  }
}

function addTo(sum: Uint32Array, more: Uint32Array, table: SetTable): void {
  for (let at = 0; at < sum.length; at++) sum[at] = table.unite(sum[at] ?? NONE, more[at] ?? NONE)
}

function meaningAt(
  rule: PolicyRule,
  column: number,
  { ports }: Selected,
  desk: RowDesk,
): PortMeaning {
  return desk.meaningOf(rule, ports ?? desk.spots.portsAt(column))
}

// What a stage leaves undecided it denies, if a policy of it isolates.
function close(stage: Selected, run: Run, desk: RowDesk): void {
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
function allowedByEach(stage: Selected, desk: RowDesk): Uint32Array | undefined {
  const { spots, table } = desk
  let all: Uint32Array | undefined
  for (const { side } of stage.applied) {
    if (side.isolates === false) continue
    if (!side.isRead || side.rules.some(({ action }) => action !== 'allow')) return undefined
    const own = new Uint32Array(spots.count)
    for (const rule of side.rules) {
      for (const { column, claim } of spots.hitsOf(rule)) {
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
