import type { Family, Span } from './address-set.ts'
import type { AddressRange } from './peer.ts'

/** The range of a span, with its text. */
export function rangeOf(family: Family, { first, last }: Span): AddressRange {
  const id = `${addressText(family, first)}-${addressText(family, last)}`
  return { kind: 'addresses', id, family, first, last }
}

/** An address as text: dotted for IPv4, as RFC 5952 wants it for IPv6. */
function addressText(family: Family, address: bigint): string {
  return family === 4 ? bytesOf(address).join('.') : shorten(groupsOf(address))
}

function bytesOf(address: bigint): readonly number[] {
  return [24n, 16n, 8n, 0n].map((shift) => Number((address >> shift) & 0xffn))
}

function groupsOf(address: bigint): readonly string[] {
  return Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  )
}

// The longest run of noughts, the first one of equals, is left out; a single one is not.
function shorten(groups: readonly string[]): string {
  let best = { start: 0, length: 1 }
  for (let start = 0; start < groups.length; start++) {
    let end = start
    while (groups[end] === '0') end++
    if (end - start > best.length) best = { start, length: end - start }
  }
  if (best.length === 1) return groups.join(':')
  const [head, tail] = [groups.slice(0, best.start), groups.slice(best.start + best.length)]
  return `${head.join(':')}::${tail.join(':')}`
}
