import type { Direction } from '../isolation/closing.ts'
import { columnsOf, type Columns, type Ground } from './columns.ts'
import type { AddressRange } from './peer.ts'
import type { PodClass } from './pod-class.ts'
import type { PolicySide } from './policy.ts'
import { meaningsIn } from './port-meaning.ts'
import { rowOf, type Applied, type Conflict, type Desk, type Row, type Selected } from './rows.ts'
import { ALL, NONE, type SetId, type SetTable } from './set-table.ts'
import { spotAt } from './spots.ts'

/** What certainly passes and what passes at most, as ids of sets. */
export interface Cell {
  readonly sure: SetId
  readonly possible: SetId
}

/** One of the two matrices: what a direction lets pass between the pods it is about and everybody else. */
export interface Side {
  readonly columns: Columns
  /** What passes between pods, seen from `own`, and others. */
  readonly withPods: (own: PodClass, other: PodClass) => Cell
  /** What passes between pods and addresses. */
  readonly withRange: (own: PodClass, range: AddressRange) => Cell
  /** The row of pods; undefined where no policy selects them and everything passes. */
  readonly rowAt: (own: PodClass) => Row | undefined
  /** The sides of policies that select pods, in the order they are asked. */
  readonly appliedTo: (own: PodClass) => readonly Applied[]
  /** Policies of one priority that decide one connection differently, each two once. */
  readonly conflicts: () => readonly Conflict[]
}

/** Builds the matrix of a direction. A row is worked out when it is first asked for. */
export function sideOf(
  direction: Direction,
  sides: readonly PolicySide[],
  { ground, table }: { readonly ground: Ground; readonly table: SetTable },
): Side {
  const ordered = sides.filter((side) => side.direction === direction).toSorted(byRank)
  const columns = columnsOf(direction, ordered, ground)
  const groups = selectionsOf(ordered, ground, direction)
  const desk: Desk = { columns, table, meaningOf: meaningsIn(table) }
  const rows = new Map<Selected, Row>()
  const rowFor = (selected: Selected): Row => {
    const row = rows.get(selected) ?? rowOf(selected, desk)
    rows.set(selected, row)
    return row
  }
  const rowAt = (own: PodClass): Row | undefined => {
    const selected = groups[own.index]
    return selected === undefined || selected.applied.length === 0 ? undefined : rowFor(selected)
  }
  const cell = (own: PodClass, column: number): Cell => {
    const row = rowAt(own)
    if (row === undefined) return OPEN
    const spot = spotAt(row.columns, column, columns)
    return { sure: row.sure[spot] ?? NONE, possible: row.possible[spot] ?? NONE }
  }
  return {
    columns,
    rowAt,
    withPods: (own, other) => cell(own, columns.ofPods(other)),
    withRange: (own, range) => cell(own, columns.ofRange(range)),
    conflicts: () =>
      distinct(
        [...new Set(groups)].flatMap((selected) =>
          selected !== undefined && hasTie(selected) ? rowFor(selected).conflicts : [],
        ),
      ),
    appliedTo: ({ index }) => groups[index]?.applied ?? [],
  }
}

const OPEN: Cell = { sure: ALL, possible: ALL }

function byRank({ rank: one }: PolicySide, { rank: two }: PolicySide): number {
  return (
    compare(one.tier, two.tier) ||
    compare(one.stage, two.stage) ||
    compare(one.order, two.order) ||
    compare(one.name, two.name)
  )
}

// Orders may be infinite, and the difference of two such is no number.
function compare<T extends number | string>(one: T, two: T): number {
  if (one === two) return 0
  return one < two ? -1 : 1
}

function hasTie({ applied }: Selected): boolean {
  const orders = applied
    .filter(({ side: { rank } }) => rank.stage === 'admin' || rank.stage === 'baseline')
    .map(({ side: { rank } }) => `${rank.stage}${rank.order}`)
  return new Set(orders).size < orders.length
}

function distinct(conflicts: readonly Conflict[]): readonly Conflict[] {
  const isSame = (one: Conflict, two: Conflict): boolean =>
    one.one.policy === two.one.policy && one.other.policy === two.other.policy
  return conflicts.filter(
    (conflict, at) => conflicts.findIndex((other) => isSame(conflict, other)) === at,
  )
}

// By class; those that the same sides select, and in which names mean the same, share one.
function selectionsOf(
  sides: readonly PolicySide[],
  { classes, membersOf }: Ground,
  direction: Direction,
): readonly (Selected | undefined)[] {
  const applied: Applied[][] = classes.map(() => [])
  const keys: string[] = classes.map(({ portsKey }) => (direction === 'ingress' ? portsKey : ''))
  for (const [number, side] of sides.entries()) {
    for (const group of side.subjects) {
      for (const { of, claim } of membersOf(group)) {
        const isSure = claim === true && side.isRead
        applied[of.index]?.push({ side, claim: isSure ? true : 'unclear' })
        keys[of.index] += `,${number}${isSure ? '' : '?'}`
      }
    }
  }
  const known = new Map<string, Selected>()
  return classes.map((own) => {
    const key = keys[own.index] ?? ''
    const ports = direction === 'ingress' ? own.ports : undefined
    const selected = known.get(key) ?? { applied: applied[own.index] ?? [], ports }
    known.set(key, selected)
    return selected
  })
}
