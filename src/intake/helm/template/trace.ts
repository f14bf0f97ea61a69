import type { Mark } from '../../../model/making.ts'

/**
 * Where a stretch of text comes from: `mark` is the range of a template that wrote it, letter by letter when
 * `isVerbatim`; `decider` is where the value stands that was written, if one was.
 */
export interface Piece {
  readonly length: number
  readonly mark: Mark
  readonly isVerbatim: boolean
  readonly decider: Mark | undefined
}

/** A text with where all of it comes from. */
export interface Trace {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** The pieces of a text from `from` to `to`. O(pieces). */
export function slicePieces(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const kept: Piece[] = []
  let start = 0
  for (const piece of pieces) {
    const end = start + piece.length
    if (end > from && start < to) {
      kept.push(part(piece, Math.max(from - start, 0), Math.min(to - start, piece.length)))
    }
    start = end
    if (start >= to) break
  }
  return kept
}

function part(piece: Piece, from: number, to: number): Piece {
  if (from === 0 && to === piece.length) return piece
  const { source, start, end } = piece.mark
  const mark = piece.isVerbatim
    ? { source, start: start + from, end: start + to }
    : { source, start, end }
  return { ...piece, length: to - from, mark }
}

// What was read out of a made text is written where that text's pieces are, and decided where they were.
const writers = new WeakMap<Mark, Piece>()

/** The mark of a value that was read out of a made text, of which `piece` wrote it. */
export function madeMark(piece: Piece): Mark {
  const mark = { ...piece.mark }
  writers.set(mark, piece)
  return mark
}

/** A piece that `mark` wrote and `decider` decided; where that was itself made, its writer is the one to name. */
export function writtenPiece(length: number, mark: Mark, decider: Mark | undefined): Piece {
  const writer = decider && writers.get(decider)
  if (writer === undefined) return { length, mark, isVerbatim: false, decider }
  return { length, mark: writer.mark, isVerbatim: false, decider: writer.decider }
}

/** A piece that was put between others: as sure as its line. */
export function padding({ mark, decider }: Piece, length: number): Piece {
  return { length, mark, isVerbatim: false, decider }
}

/** Gives the pieces of a text stretch by stretch, from its beginning on; O(pieces) for all of them together. */
export function cutter(pieces: readonly Piece[]): (length: number) => readonly Piece[] {
  let index = 0
  let used = 0
  return (length) => {
    const taken: Piece[] = []
    for (let missing = length; missing > 0;) {
      const piece = pieces[index]
      if (piece === undefined) break
      const size = Math.min(missing, piece.length - used)
      if (size > 0) taken.push(part(piece, used, used + size))
      missing -= size
      used += size
      if (used < piece.length) break
      index++
      used = 0
    }
    return taken
  }
}

/** Puts `pad` before every line, the first one too where `isFirst`. O(text). */
export function indented({ text, pieces }: Trace, pad: string, isFirst: boolean): Trace {
  const cut = cutter(pieces)
  const shifted: Piece[] = []
  const lines = text.split('\n')
  lines.forEach((line, index) => {
    const own = cut(line.length + (index < lines.length - 1 ? 1 : 0))
    const model = own[0] ?? shifted.at(-1) ?? pieces[0]
    if (pad !== '' && model !== undefined && (index > 0 || isFirst)) {
      shifted.push(padding(model, pad.length))
    }
    for (const piece of own) shifted.push(piece)
  })
  const padded = lines.join(`\n${pad}`)
  return { text: isFirst ? pad + padded : padded, pieces: shifted }
}

/** Takes every `word` out of a text. O(text). */
export function without({ text, pieces }: Trace, word: string): Trace {
  if (!text.includes(word)) return { text, pieces }
  const cut = cutter(pieces)
  const stretches = text.split(word)
  const kept: Piece[] = []
  for (const stretch of stretches) {
    for (const piece of cut(stretch.length)) kept.push(piece)
    cut(word.length)
  }
  return { text: stretches.join(''), pieces: kept }
}
