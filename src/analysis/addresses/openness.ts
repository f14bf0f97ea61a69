import { parseBlock, type Block } from './cidr.ts'

/**
 * How much of the internet some ranges let in together: the larger of the shares of IPv4 and of IPv6's global unicast
 * addresses (2000::/3), from 0 to 1. Two halves are a whole; texts that are no range count nothing.
 * O(n log n).
 */
export function openness(ranges: readonly string[]): number {
  const blocks = ranges.map(parseBlock).filter((block) => block !== undefined)
  return Math.max(shareOf(blocks, 4), shareOf(blocks, 6))
}

/** From this share on ranges bound nobody: half of the internet is no list of one's own. */
export const OPEN_SHARE = 0.5

interface Span {
  readonly from: bigint
  readonly to: bigint
}

const WORLDS = {
  4: { from: 0n, to: 1n << 32n, width: 32 },
  6: { from: 1n << 125n, to: 1n << 126n, width: 128 },
} as const

function shareOf(blocks: readonly Block[], family: 4 | 6): number {
  const world = WORLDS[family]
  const spans = blocks
    .filter((block) => block.family === family)
    .map((block) => within(block, world))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let covered = 0n
  let end = world.from
  for (const { from, to } of spans) {
    const start = from > end ? from : end
    if (to > start) covered += to - start
    if (to > end) end = to
  }
  // Millionths keep big integers exact enough for a share.
  return Number((covered * 1_000_000n) / (world.to - world.from)) / 1_000_000
}

function within({ bits, prefix }: Block, world: (typeof WORLDS)[4 | 6]): Span {
  const size = 1n << BigInt(world.width - prefix)
  const from = bits > world.from ? bits : world.from
  const to = bits + size < world.to ? bits + size : world.to
  return { from, to: to > from ? to : from }
}
