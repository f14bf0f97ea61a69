import type { Trace, Piece } from './template/trace.ts'

/** A piece of a text with the offset at which it begins. */
export interface PlacedPiece {
  readonly piece: Piece
  readonly start: number
}

/** Finds the piece that an offset of a text is in. */
export type FindPiece = (offset: number) => PlacedPiece | undefined

/** Makes a finder for a text. O(pieces); each look-up is O(log pieces), and O(1) near the last one. */
export function pieceFinder({ pieces }: Trace): FindPiece {
  const starts = new Int32Array(pieces.length + 1)
  let end = 0
  pieces.forEach(({ length }, index) => {
    starts[index] = end
    end += length
  })
  starts[pieces.length] = end
  return (offset) => {
    let low = 0
    let high = pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const piece = pieces[low]
    return piece && { piece, start: starts[low] ?? 0 }
  }
}

/** Where an offset of the text is in the file that its piece came from. */
export function offsetIn({ piece, start }: PlacedPiece, offset: number): number {
  return piece.isVerbatim ? piece.mark.start + offset - start : piece.mark.start
}
