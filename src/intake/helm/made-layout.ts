import type { Layout } from '../../model/document.ts'
import { CERTAINTY, type Making, type Mark, type Via } from '../../model/making.ts'
import type { Source } from '../../model/source.ts'
import { offsetIn, pieceFinder, type FindPiece, type PlacedPiece } from './piece-map.ts'
import type { Trace } from './template/trace.ts'

/** The layout of a made text, its offsets in the files that it was made of. */
export interface MadeLayout {
  readonly layout: Layout
  readonly making: Making
}

interface Maker {
  readonly text: string
  readonly find: FindPiece
  readonly sources: Source[]
  readonly numbers: Map<Source, number>
  readonly deciders: Mark[]
  readonly deciderNumbers: Map<Mark, number>
}

/** Turns the layout of a made text into one of the files that it was made of. O(nodes × log pieces). */
export function madeLayout(trace: Trace, layout: Layout, via: Via): MadeLayout {
  const count = layout.offsets.length / 4
  const maker: Maker = {
    text: trace.text,
    find: pieceFinder(trace),
    sources: [],
    numbers: new Map(),
    deciders: [],
    deciderNumbers: new Map(),
  }
  const offsets = new Int32Array(layout.offsets)
  const sourceOf = new Uint16Array(count)
  const certainty = new Uint8Array(count)
  const deciderOf = new Int32Array(count).fill(-1)
  for (let node = 0; node < count; node++) {
    const place = placeOf(maker, layout, node)
    if (place === undefined) continue
    offsets.set([place.key, place.start, place.end], 4 * node)
    sourceOf[node] = numberOf(maker.sources, maker.numbers, place.source)
    certainty[node] = place.isVerbatim ? CERTAINTY.verbatim : CERTAINTY.line
    if (place.decider !== undefined) {
      deciderOf[node] = numberOf(maker.deciders, maker.deciderNumbers, place.decider)
    }
  }
  const { sources, deciders } = maker
  return {
    layout: { keys: layout.keys, offsets },
    making: { via, sources, sourceOf, certainty, deciders, deciderOf },
  }
}

function numberOf<T>(members: T[], numbers: Map<T, number>, member: T): number {
  const known = numbers.get(member)
  if (known !== undefined) return known
  numbers.set(member, members.length)
  return members.push(member) - 1
}

interface NodePlace {
  readonly source: Source
  readonly key: number
  readonly start: number
  readonly end: number
  readonly isVerbatim: boolean
  readonly decider: Mark | undefined
}

function placeOf(maker: Maker, { offsets }: Layout, node: number): NodePlace | undefined {
  const [key = -1, start = 0, end = 0, after = 0] = offsets.subarray(4 * node, 4 * node + 4)
  const { find, text } = maker
  // A value that is not written stands right behind its colon.
  const first = find(end > start ? start : Math.max(start - 1, 0))
  const lead = key === -1 ? first : find(key)
  if (first === undefined || lead === undefined) return undefined
  const { source } = lead.piece.mark
  const at = startIn(lead, first, start, end)
  const until = Math.max(at, endIn(find(Math.max(end - 1, start)), source, end) ?? at)
  const from = key === -1 ? at : offsetIn(lead, key)
  return {
    source,
    key: key === -1 ? -1 : from,
    start: at,
    end: until,
    isVerbatim: source.text.slice(from, until) === text.slice(key === -1 ? start : key, end),
    decider: after === node + 1 ? deciderIn(maker, start, end) : first.piece.decider,
  }
}

// A value that another file wrote begins, in the file of its key, where the text of the key ends.
function startIn(lead: PlacedPiece, first: PlacedPiece, start: number, end: number): number {
  if (first.piece.mark.source !== lead.piece.mark.source) {
    return lead.piece.isVerbatim ? lead.piece.mark.end : lead.piece.mark.start
  }
  if (end > start) return offsetIn(first, start)
  return first.piece.isVerbatim ? offsetIn(first, start - 1) + 1 : first.piece.mark.start
}

function endIn(last: PlacedPiece | undefined, source: Source, end: number): number | undefined {
  if (last === undefined || last.piece.mark.source !== source) return undefined
  return last.piece.isVerbatim ? offsetIn(last, end - 1) + 1 : last.piece.mark.end
}

// Of several values in one line the last one says most: of an image, its tag. Of a whole file none does.
function deciderIn({ find, text }: Maker, start: number, end: number): Mark | undefined {
  const isLine = !text.slice(start, end).trimEnd().includes('\n')
  let decider: Mark | undefined
  for (let at = start; at < Math.max(end, start + 1);) {
    const found = find(at)
    if (found === undefined) break
    const next = found.piece.decider
    if (!isLine && decider !== undefined && next !== undefined && next !== decider) return undefined
    decider = next ?? decider
    at = Math.max(at + 1, found.start + found.piece.length)
  }
  return decider
}
