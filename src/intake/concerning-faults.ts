import type { Fault } from '../base/fault.ts'
import { spanOf, type Document } from '../model/document.ts'
import { positionAt, type Source } from '../model/source.ts'
import { looksLikeObject } from './may-hold-objects.ts'
import { missed, noted, type Mishap } from './mishap.ts'
import { firstHole, strayTemplate } from './template-hole.ts'
import { splitDocuments, type Stretch } from './yaml/split-documents.ts'

/** What decides whether a fault matters to a scan. */
export interface Concern {
  /** Whether every broken document matters, because the file must be a manifest. */
  readonly isExpected: boolean
  /** All documents that could be read. */
  readonly documents: readonly Document[]
  /** Those of them that hold objects. */
  readonly ours: readonly Document[]
}

/**
 * What is wrong with those documents of a file that are objects, or look like ones: other YAML may be as broken as it
 * likes. Broken documents that are templates become one fault together. O(text) when there are faults at all.
 */
export function concerningFaults(
  source: Source,
  faults: readonly Fault[],
  concern: Concern,
): readonly Mishap[] {
  if (faults.length === 0) return []
  const pieces = piecesOf(source, concern)
  const templates: Mishap[] = []
  const others = faults.flatMap((fault): readonly Mishap[] => {
    const index = lastFrom(pieces, lineOf(fault))
    if (fault.code === 'INTAKE_DUPLICATE_KEY') {
      return pieces[index]?.isOurs === true ? [noted(fault)] : []
    }
    const near = piecesNear(pieces, index, lineOf(fault))
    const [broken] = near.filter((piece) => looksLikeObject(textOf(source, piece)))
    if (broken === undefined && !concern.isExpected) return []
    const template = templateOf(source, broken ?? near[0], fault)
    if (template === undefined) return [missed('documents', fault)]
    templates.push(missed('documents', template))
    return []
  })
  return [...templates.slice(0, 1), ...others]
}

interface Piece extends Stretch {
  readonly firstLine: number
  readonly isRead: boolean
  readonly isOurs: boolean
}

function piecesOf(source: Source, { documents, ours }: Concern): readonly Piece[] {
  const holdsRead = holderOf(documents)
  const holdsOurs = holderOf(ours)
  return splitDocuments(source.text).map(({ start, end }) => ({
    start,
    end,
    firstLine: positionAt(source, start).line,
    isRead: holdsRead(end),
    isOurs: holdsOurs(end),
  }))
}

// Tells of pieces in their order, by their ends, whether any of the documents stands in them.
function holderOf(documents: readonly Document[]): (end: number) => boolean {
  const starts = documents.map(({ layout, node }) => spanOf(layout, node).start)
  let next = 0
  return (end) => {
    const first = next
    while ((starts[next] ?? Infinity) < end) next++
    return next > first
  }
}

// A fault tells its line only. One at the end of a document may stand on the marker that begins the next.
function piecesNear(pieces: readonly Piece[], index: number, line: number): readonly Piece[] {
  const piece = pieces[index]
  const before = pieces[index - 1]
  if (piece === undefined) return []
  if (piece.firstLine !== line || before === undefined) return [piece]
  return piece.isRead ? [before] : [before, piece]
}

function lastFrom(pieces: readonly Piece[], line: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.firstLine ?? 0) <= line) low = middle
    else high = middle - 1
  }
  return low
}

function lineOf(fault: Fault): number {
  return Number(/:(\d+):\d+$/.exec(fault.at)?.[1] ?? 1)
}

// Only what is wrong with the syntax may be the template's doing; an alias bomb is one, with holes or without.
function templateOf(source: Source, piece: Piece | undefined, fault: Fault): Fault | undefined {
  if (piece === undefined || (fault.code !== 'INTAKE_YAML' && fault.code !== 'INTAKE_JSON'))
    return undefined
  const hole = firstHole(textOf(source, piece))
  return hole === -1 ? undefined : strayTemplate(source, piece.start + hole, fault.message)
}

function textOf(source: Source, { start, end }: Stretch): string {
  return source.text.slice(start, end)
}
