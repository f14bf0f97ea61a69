import { byteOffset } from './byte-offset.ts'
import { locate, spanOf, type Document, type Path, type Step } from './document.ts'
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
  const { line, column } = positionAt(document.source, span.key === -1 ? span.start : span.key)
  return {
    file: document.source.file,
    line,
    column,
    start: byteOffset(document.source, span.start),
    end: byteOffset(document.source, span.end),
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
