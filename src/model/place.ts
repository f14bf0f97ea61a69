import { byteOffset } from './byte-offset.ts'
import { locate, sourceAt, spanOf, type Document, type Path, type Step } from './document.ts'
import type { Mark } from './making.ts'
import { positionAt } from './source.ts'

/**
 * A field of an object, written or not: `path` leads from the root of `document` to it. It costs nothing to make;
 * lines and bytes are looked up when a report asks for them.
 */
export interface Place {
  readonly document: Document
  readonly path: Path
}

/**
 * Where a place stands for people and programs: line and column from 1, the byte range of the value (`start` before,
 * `end` after it). When the field itself is not written, all of it is of the nearest enclosing field that is.
 */
export interface Spot {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
}

/** Looks a place up in its file. A field is shown at its key, a member of a list or a whole object at its start. */
export function spotOf(place: Place): Spot {
  const { document } = place
  const { node } = locate(document, place.path)
  const span = spanOf(document.layout, node)
  const mark = { source: sourceAt(document, node), start: span.start, end: span.end }
  return spotAt(mark, span.key === -1 ? span.start : span.key)
}

/** Where the value of a made object's field was decided, when that is elsewhere: the line of a values file, a patch. */
export function deciderOf({ document, path }: Place): Spot | undefined {
  const { making } = document
  if (making === undefined) return undefined
  const { node, depth } = locate(document, path)
  const mark = depth === path.length ? making.deciders[making.deciderOf[node] ?? -1] : undefined
  return mark && spotAt(mark, mark.start)
}

/** The file a place stands in. */
export function fileOf({ document, path }: Place): string {
  if (document.making === undefined) return document.source.file
  return sourceAt(document, locate(document, path).node).file
}

function spotAt({ source, start, end }: Mark, from: number): Spot {
  const { line, column } = positionAt(source, from)
  return {
    file: source.file,
    line,
    column,
    start: byteOffset(source, start),
    end: byteOffset(source, end),
  }
}

/** A path as Kubernetes writes it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) text += formatStep(step, text === '')
  return text
}

function formatStep(step: Step, isFirst: boolean): string {
  if (typeof step === 'number') return `[${step}]`
  if (!isIdentifier(step)) return `[${JSON.stringify(step)}]`
  return isFirst ? step : `.${step}`
}

function isIdentifier(step: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(step)
}
