import type { Block } from '../addresses/cidr.ts'

/** Both families; one says nothing about the other. */
export const FAMILIES = [4, 6] as const

/** A family of addresses. */
export type Family = (typeof FAMILIES)[number]

/** An inclusive span of addresses of one family, as numbers. */
export interface Span {
  readonly first: bigint
  readonly last: bigint
}

/** Addresses of one family: spans that are sorted, disjoint and not touching. */
export type SpanList = readonly Span[]

/** Addresses of both families. */
export type AddressSet = Readonly<Record<Family, SpanList>>

const LAST = { 4: (1n << 32n) - 1n, 6: (1n << 128n) - 1n } as const

/** No address. */
export const NO_ADDRESSES: AddressSet = { 4: [], 6: [] }

/** Every address of both families. */
export const ALL_ADDRESSES: AddressSet = { 4: [wholeOf(4)], 6: [wholeOf(6)] }

/** All addresses of a family. */
export function wholeOf(family: Family): Span {
  return { first: 0n, last: LAST[family] }
}

/** The addresses of `block` without those of `except`. */
export function addressesOf(block: Block, except: readonly Block[] = []): AddressSet {
  const own = except.filter(({ family }) => family === block.family).map(spanOfBlock)
  let left: SpanList = [spanOfBlock(block)]
  for (const hole of own) left = left.flatMap((span) => without(span, hole))
  return { ...NO_ADDRESSES, [block.family]: left }
}

/** The addresses of both sets together. */
export function uniteAddresses(one: AddressSet, two: AddressSet): AddressSet {
  return { 4: merge([...one[4], ...two[4]]), 6: merge([...one[6], ...two[6]]) }
}

/** The addresses of one set that are not in another. O(spans × spans). */
export function minusAddresses(from: AddressSet, away: AddressSet): AddressSet {
  const left = (family: Family): SpanList =>
    away[family].reduce<SpanList>(
      (spans, hole) => spans.flatMap((span) => without(span, hole)),
      from[family],
    )
  return { 4: left(4), 6: left(6) }
}

/** Whether there is no address in it. */
export function hasNoAddress(set: AddressSet): boolean {
  return FAMILIES.every((family) => set[family].length === 0)
}

/** The smallest and the largest address of a block. */
export function spanOfBlock({ family, bits, prefix }: Block): Span {
  const size = 1n << BigInt((family === 4 ? 32 : 128) - prefix)
  return { first: bits, last: bits + size - 1n }
}

/**
 * The spans that a family falls into when it is cut at all ends of `sets`: every span is in each of the sets as a whole
 * or not at all. O(ends log ends).
 */
export function partition(sets: readonly AddressSet[], family: Family): SpanList {
  const starts = new Set<bigint>([0n])
  for (const set of sets) {
    for (const { first, last } of set[family]) {
      starts.add(first)
      if (last < LAST[family]) starts.add(last + 1n)
    }
  }
  const sorted = [...starts].toSorted(compare)
  return sorted.map((first, at) => ({ first, last: (sorted[at + 1] ?? LAST[family] + 1n) - 1n }))
}

/** Whether all of `span` is in the list. O(log spans). */
export function holdsSpan(list: SpanList, span: Span): boolean {
  let [low, high] = [0, list.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = list[middle]
    if (found === undefined) return false
    if (span.first < found.first) high = middle - 1
    else if (span.first > found.last) low = middle + 1
    else return span.last <= found.last
  }
  return false
}

function without(span: Span, hole: Span): SpanList {
  if (hole.last < span.first || hole.first > span.last) return [span]
  const left: Span[] = []
  if (hole.first > span.first) left.push({ first: span.first, last: hole.first - 1n })
  if (hole.last < span.last) left.push({ first: hole.last + 1n, last: span.last })
  return left
}

function merge(spans: SpanList): SpanList {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, two) => compare(one.first, two.first))) {
    const before = merged.at(-1)
    if (before === undefined || span.first > before.last + 1n) merged.push(span)
    else if (span.last > before.last) merged.splice(-1, 1, { ...before, last: span.last })
  }
  return merged
}

function compare(one: bigint, two: bigint): number {
  if (one === two) return 0
  return one < two ? -1 : 1
}
