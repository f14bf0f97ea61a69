import type { Fault } from '../base/fault.ts'
import { spanOf, type Document } from '../model/document.ts'
import { positionAt, type Source } from '../model/source.ts'
import { looksLikeObject } from './may-hold-objects.ts'
import { missed, noted, type Mishap } from './mishap.ts'
import { firstHole, strayTemplate } from './template-hole.ts'
import { splitDocuments, type Stretch } from './yaml/split-documents.ts'

/** What decides whether a fault matters to a scan. */
export interface Concern {
  /** Whether every broken document matters, because the user named the file. */
  readonly isNamed: boolean
  /** The documents that hold objects. */
  readonly ours: readonly Document[]
}

/**
 * What is wrong with those documents of a file that are objects, or look like ones: other YAML may be as broken as it
 * likes. Broken documents that are templates become one fault together. O(text) when there are faults at all.
 */
export function concerningFaults(
  source: Source,
  faults: readonly Fault[],
  { isNamed, ours }: Concern,
): readonly Mishap[] {
  if (faults.length === 0) return []
  const pieces = piecesOf(source, ours)
  const templates: Mishap[] = []
  const others = faults.flatMap((fault): readonly Mishap[] => {
    const near = piecesNear(pieces, lineOf(fault))
    if (fault.code === 'INTAKE_DUPLICATE_KEY') {
      return near.some((piece) => piece.isOurs) ? [noted(fault)] : []
    }
    const [broken] = near.filter((piece) => looksLikeObject(textOf(source, piece)))
    if (broken === undefined && !isNamed) return []
    const template = templateOf(source, broken ?? near[0], fault)
    if (template === undefined) return [missed('documents', fault)]
    templates.push(missed('documents', template))
    return []
  })
  return [...templates.slice(0, 1), ...others]
}

interface Piece extends Stretch {
  readonly firstLine: number
  readonly isOurs: boolean
}

function piecesOf(source: Source, ours: readonly Document[]): readonly Piece[] {
  const starts = ours.map(({ layout, node }) => spanOf(layout, node).start)
  let next = 0
  return splitDocuments(source.text).map(({ start, end }) => {
    const firstLine = positionAt(source, start).line
    const isOurs = (starts[next] ?? Infinity) < end
    if (isOurs) next++
    return { start, end, firstLine, isOurs }
  })
}

// A fault tells its line only. One at the end of a document may stand on the marker that begins the next one.
function piecesNear(pieces: readonly Piece[], line: number): readonly Piece[] {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.firstLine ?? 0) <= line) low = middle
    else high = middle - 1
  }
  return pieces.slice(pieces[low]?.firstLine === line ? Math.max(0, low - 1) : low, low + 1)
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
