import { FAMILIES, type Family, type Span } from '../reach/address-set.ts'
import { rangeOf } from '../reach/address-text.ts'
import { minus, NO_CONNECTIONS, union } from '../reach/connection-set.ts'
import type { AddressRange } from '../reach/peer.ts'
import type { Connection } from '../reach/reach.ts'
import { changeKey, changeOf, NO_CONNECTION, type ConnectionChange } from './connection-change.ts'

/** What passes between some addresses and one workload. */
export interface Cover {
  readonly range: AddressRange
  readonly connection: Connection
}

/** What changed for some addresses. */
export interface RangeChange {
  readonly range: AddressRange
  readonly change: ConnectionChange
}

/**
 * What changed between two sets of ranges, however each of them is cut. Ranges of a set do not overlap; between an
 * address that it leaves out and the workload nothing passes. Neighbours that changed alike are one range. O(n log n).
 */
export function compareCovers(
  old: readonly Cover[],
  now: readonly Cover[],
): readonly RangeChange[] {
  return FAMILIES.flatMap((family) =>
    merged(changesIn(ofFamily(old, family), ofFamily(now, family), family)),
  )
}

/** Ranges that may overlap as ranges that do not: what passes for one of them, passes. O(n²). */
export function flatten(covers: readonly Cover[]): readonly Cover[] {
  return FAMILIES.flatMap((family) => {
    const own = ofFamily(covers, family)
    return cutsOf(own).flatMap((span) => {
      const range = rangeOf(family, span)
      const holding = own.filter((cover) => holds(cover.range, range))
      const open = holding.map(({ connection }) => connection.open).reduce(union, NO_CONNECTIONS)
      const maybe = holding.map(({ connection }) => connection.maybe).reduce(union, NO_CONNECTIONS)
      return [{ range, connection: { open, maybe: minus(maybe, open) } }]
    })
  })
}

function holds(whole: AddressRange, part: AddressRange): boolean {
  return whole.first <= part.first && part.first <= whole.last
}

// Every range is in a cut as a whole or not at all.
function cutsOf(covers: readonly Cover[]): readonly Span[] {
  const starts = new Set<bigint>()
  for (const { range } of covers) starts.add(range.first).add(range.last + 1n)
  const sorted = [...starts].toSorted((one, two) => (one < two ? -1 : 1))
  return sorted
    .slice(0, -1)
    .map((first, at) => ({ first, last: (sorted[at + 1] ?? first + 1n) - 1n }))
}

function ofFamily(covers: readonly Cover[], family: Family): readonly Cover[] {
  return covers
    .filter(({ range }) => range.family === family)
    .toSorted((one, two) => (one.range.first < two.range.first ? -1 : 1))
}

function changesIn(
  old: readonly Cover[],
  now: readonly Cover[],
  family: Family,
): readonly RangeChange[] {
  const [oldAt, nowAt] = [walkerOf(old), walkerOf(now)]
  return cutsOf([...old, ...now]).flatMap((span) => {
    const change = changeOf(oldAt(span.first), nowAt(span.first))
    return change === undefined ? [] : [{ range: rangeOf(family, span), change }]
  })
}

// Asked in ascending order.
function walkerOf(covers: readonly Cover[]): (address: bigint) => Connection {
  let at = 0
  return (address) => {
    while (at < covers.length && (covers[at]?.range.last ?? address) < address) at++
    const cover = covers[at]
    return cover === undefined || cover.range.first > address ? NO_CONNECTION : cover.connection
  }
}

function merged(changes: readonly RangeChange[]): readonly RangeChange[] {
  const whole: RangeChange[] = []
  for (const each of changes) {
    const before = whole.at(-1)
    const isNext =
      before !== undefined &&
      before.range.last + 1n === each.range.first &&
      changeKey(before.change) === changeKey(each.change)
    if (!isNext) whole.push(each)
    else {
      const { family } = each.range
      const span = { first: before.range.first, last: each.range.last }
      whole.splice(-1, 1, { range: rangeOf(family, span), change: each.change })
    }
  }
  return whole
}
