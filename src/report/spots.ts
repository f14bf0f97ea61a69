import { byteOffset } from '../model/byte-offset.ts'
import { locate, sourceAt, spanOf } from '../model/document.ts'
import {
  deciderOf,
  fileOf as fileOfJudged,
  formatPath,
  type Place as JudgedPlace,
} from '../model/place.ts'
import { positionAt, type Source } from '../model/source.ts'
import type { Made, Place, SavedPlace } from './told.ts'

/** The piece of one line that an editor marks; `endColumn` is the one after the last. */
export interface Region {
  readonly file: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** `file:line:column`, as compilers write it. */
export function pointOf(place: Place): string {
  const { line, column } = positionOf(place)
  return `${fileOf(place)}:${line}:${column}`
}

/** The file a place stands in. */
export function fileOf(place: Place): string {
  return 'spot' in place ? place.document.source.file : fileOfJudged(place)
}

/** Line and column of a place, as `spotOf` gives them. */
export function positionOf(place: Place): { readonly line: number; readonly column: number } {
  if ('spot' in place) return place.spot
  const { source, from } = extent(place)
  return positionAt(source, from)
}

/** What made the object of a place, and where the value was decided; undefined for what is written as it is. */
export function madeOf(place: Place): Made | undefined {
  if ('spot' in place) return place.made
  const { making } = place.document
  if (making === undefined) return undefined
  const decider = deciderOf(place)
  const { via } = making
  if (decider === undefined) return { via }
  const { file, line, column } = decider
  return { via, decidedBy: { file, line, column } }
}

/** The path of a place, as Kubernetes writes it. */
export function pathOf(place: Place): string {
  return 'way' in place ? place.way : formatPath(place.path)
}

/** All that is saved of where a place stands. */
export function spotOf(place: Place): SavedPlace['spot'] {
  if ('spot' in place) return place.spot
  const where = extent(place)
  const { source, from, start, end } = where
  const { line, column } = positionAt(source, from)
  return {
    line,
    column,
    endColumn: column + markedLength(where),
    start: byteOffset(source, start),
    end: byteOffset(source, end),
  }
}

// A minified file is one endless line, and nobody marks more than this of it.
const LONGEST_REGION = 500

/**
 * The first line of a place: all of a field that is written on one line; for a field that is not written, the line of
 * the nearest enclosing one. A whole container marked for a missing setting would hide what is at fault.
 */
export function regionOf(place: Place): Region {
  if ('spot' in place) {
    const { line, column, endColumn } = place.spot
    const { file } = place.document.source
    return { file, startLine: line, startColumn: column, endLine: line, endColumn }
  }
  const where = extent(place)
  const { source, from } = where
  const { line, column } = positionAt(source, from)
  return {
    file: source.file,
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column + markedLength(where),
  }
}

// Looks no further than it has to: a field that is written on one line ends before that line does.
function markedLength({ source: { text }, from, end, isWritten }: Extent): number {
  const last = Math.min(from + LONGEST_REGION, text.length)
  const limit = isWritten ? Math.min(end, last) : last
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) return at - from
    if (code === CARRIAGE_RETURN && at + 1 < last && text.charCodeAt(at + 1) === LINE_FEED)
      return at - from
  }
  return Math.max(0, limit - from)
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

interface Extent {
  readonly source: Source
  readonly from: number
  readonly start: number
  readonly end: number
  readonly isWritten: boolean
}

function extent({ document, path }: JudgedPlace): Extent {
  const { node, depth } = locate(document, path)
  const { key, start, end } = spanOf(document.layout, node)
  const source = sourceAt(document, node)
  return { source, from: key === -1 ? start : key, start, end, isWritten: depth === path.length }
}
