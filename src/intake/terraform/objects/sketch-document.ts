import type { Document, Layout } from '../../../model/document.ts'
import type { Making, Mark } from '../../../model/making.ts'
import type { Source } from '../../../model/source.ts'
import type { Sketch } from './sketch.ts'

/** The document of an object: its value, and a table of the places of all its parts. O(parts). */
export function sketchDocument(sketch: Sketch, via: Making['via']): Document {
  const table: Table = {
    keys: [],
    offsets: [],
    sources: [],
    sourceOf: [],
    certainty: [],
    deciders: [],
    deciderOf: [],
  }
  const value = write(sketch, '', table)
  const { keys, sources, deciders } = table
  const layout: Layout = { keys, offsets: Int32Array.from(table.offsets) }
  const making: Making = {
    via,
    sources,
    sourceOf: Uint16Array.from(table.sourceOf),
    certainty: Uint8Array.from(table.certainty),
    deciders,
    deciderOf: Int32Array.from(table.deciderOf),
  }
  return { source: sketch.mark.source, layout, node: 0, value, making }
}

interface Table {
  readonly keys: string[]
  readonly offsets: number[]
  readonly sources: Source[]
  readonly sourceOf: number[]
  readonly certainty: number[]
  readonly deciders: Mark[]
  readonly deciderOf: number[]
}

function write(sketch: Sketch, key: string, table: Table): unknown {
  const { mark, keyAt, certainty, decider, content } = sketch
  const node = table.keys.length
  table.keys.push(key)
  table.offsets.push(keyAt, mark.start, mark.end, 0)
  table.sourceOf.push(indexOf(table.sources, mark.source))
  table.certainty.push(certainty)
  table.deciderOf.push(decider === undefined ? -1 : table.deciders.push(decider) - 1)
  const value = writeContent(content, table)
  table.offsets[4 * node + 3] = table.keys.length
  return value
}

function writeContent(content: Sketch['content'], table: Table): unknown {
  switch (content.kind) {
    case 'scalar':
      return content.value
    case 'list':
      return content.items.map((item) => write({ ...item, keyAt: -1 }, '', table))
    case 'mapping':
      return Object.fromEntries(
        [...content.members].map(([key, member]) => [key, write(member, key, table)]),
      )
  }
}

function indexOf(sources: Source[], source: Source): number {
  const known = sources.indexOf(source)
  return known === -1 ? sources.push(source) - 1 : known
}
