import type { Document, Path, Step } from './document.ts'
import type { Place } from './place.ts'

/** A field that is written. `resolved` is false when a placeholder stands where the value will be: then nobody knows it. */
export interface Field {
  readonly value: unknown
  readonly place: Place
  readonly resolved: boolean
}

/**
 * A piece of an object that rules look at: the object itself, its pod, a container. Values are `unknown`, as read.
 * `path` leads from the root of `document` to this part.
 */
export interface Part {
  readonly document: Document
  readonly path: Path
  readonly value: unknown
}

/** What every part offers. Made by `partOf`. */
export interface Reader extends Part {
  /** Where the part itself stands. */
  readonly place: Place
  /**
   * The field at `path` below this part, or undefined when it is not written or null (the API server drops a null).
   * A placeholder met on the way gives that field, with `resolved: false` and no value.
   */
  readonly get: (this: Part, ...path: Path) => Field | undefined
  /** The place of the field at `path` below this part, whether it is written or not. */
  readonly at: (this: Part, ...path: Path) => Place
  /** The members of the list at `path`, with their places; none when it is absent or no list. */
  readonly list: (this: Part, ...path: Path) => readonly Field[]
}

/** Makes the part that stands at `path` of `document`. */
export function partOf(document: Document, path: Path, value: unknown): Reader {
  // Three functions for all parts instead of three closures for each: there are five parts to an object.
  return { document, path, value, place: { document, path }, get, at, list }
}

function get(this: Part, ...below: Path): Field | undefined {
  return fieldAt(this, below)
}

function at(this: Part, ...below: Path): Place {
  return placeBelow(this, below)
}

function list(this: Part, ...below: Path): readonly Field[] {
  return membersAt(this, below)
}

/** Whether `value` is a mapping: an object, neither list nor null. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether `value` is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** The member of `value` under `step`, or undefined when there is none of its own. */
export function memberOf(value: unknown, step: Step): unknown {
  if (typeof step === 'number') return isList(value) ? value[step] : undefined
  if (!isMapping(value)) return undefined
  const member = value[step]
  // What every object inherits (`constructor`, `__proto__`) is no field of a manifest: manifests hold no functions.
  return typeof member === 'function' || member === Object.prototype ? undefined : member
}

/** The value at `path` below `value`, or undefined when the way ends earlier. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value
  // Asked more often than anything else: an iterator for each path would be most of its work.
  for (let depth = 0; depth < path.length; depth++) current = memberOf(current, path[depth] ?? '')
  return current
}

/** Whether a scalar holds a placeholder that another program replaces before Kubernetes reads it. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('${') || value.includes('{{'))
}

function fieldAt(part: Part, below: Path): Field | undefined {
  let { value } = part
  for (let depth = 0; depth < below.length; depth++) {
    if (typeof value === 'string' && isPlaceholder(value))
      return unresolved(part, below.slice(0, depth))
    value = memberOf(value, below[depth] ?? '')
    if (value === undefined || value === null) return undefined
  }
  if (isPlaceholder(value)) return unresolved(part, below, value)
  return { value, place: placeBelow(part, below), resolved: true }
}

function unresolved(part: Part, below: Path, value?: unknown): Field {
  return { value, place: placeBelow(part, below), resolved: false }
}

function placeBelow(part: Part, below: Path): Place {
  return { document: part.document, path: [...part.path, ...below] }
}

function membersAt(part: Part, below: Path): readonly Field[] {
  const members = valueAt(part.value, below)
  if (!isList(members)) return []
  return members.map((value, index) => ({
    value,
    place: placeBelow(part, [...below, index]),
    resolved: !isPlaceholder(value),
  }))
}
