import type { Source } from './source.ts'

const STEP_BITS = 8
// Bytes before every 256th unit of a text; undefined for a text whose bytes are its units.
const byteTables = new WeakMap<Source, { readonly bytes: Float64Array | undefined }>()

/**
 * How many bytes of UTF-8 stand before `offset`. The first call for a source is O(text), later ones O(1).
 */
export function byteOffset(source: Source, offset: number): number {
  const { bytes } = tableOf(source)
  if (bytes === undefined) return offset
  const step = offset >> STEP_BITS
  return (
    (bytes[step] ?? 0) + Buffer.byteLength(source.text.slice(startOf(source.text, step), offset))
  )
}

function tableOf(source: Source): { readonly bytes: Float64Array | undefined } {
  const known = byteTables.get(source)
  if (known !== undefined) return known
  const { text } = source
  const table = { bytes: Buffer.byteLength(text) === text.length ? undefined : countBytes(text) }
  byteTables.set(source, table)
  return table
}

function countBytes(text: string): Float64Array {
  const bytes = new Float64Array((text.length >> STEP_BITS) + 1)
  for (let step = 1; step < bytes.length; step++) {
    const piece = text.slice(startOf(text, step - 1), startOf(text, step))
    bytes[step] = (bytes[step - 1] ?? 0) + Buffer.byteLength(piece)
  }
  return bytes
}

// A pair of surrogates counted in halves would be six bytes instead of four.
function startOf(text: string, step: number): number {
  const at = step << STEP_BITS
  return at > 0 && isPair(text, at - 1) ? at - 1 : at
}

function isPair(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && code > 0xffff
}
