import type { Path } from './document.ts'
import type { Part } from './part.ts'
import type { Place } from './place.ts'

/** JSON as a fix may write it. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * What a fix wants of one object, not how the text is changed. Paths lead from the root of the place's document.
 * `set` writes a value, making the mappings on the way; `add` appends members to a list, made when it is absent, and
 * leaves out those already there; `remove` takes a field or a member away, and the mapping or list it leaves empty.
 * `append` puts a whole object behind all others of the file that holds `place`. `repin` changes the version of a
 * package, whose member of a lock file `place` is.
 */
export type Edit = FieldEdit | AppendEdit | RepinEdit

/** An edit of what is there. */
export type FieldEdit =
  | { readonly kind: 'set'; readonly place: Place; readonly value: Json }
  | { readonly kind: 'add'; readonly place: Place; readonly members: readonly Json[] }
  | { readonly kind: 'remove'; readonly place: Place }

/** An edit that adds an object of its own. */
export interface AppendEdit {
  readonly kind: 'append'
  readonly place: Place
  readonly object: JsonObject
}

/** An edit of a lock file or manifest: the version `from`, as its line writes it, becomes `to`. */
export interface RepinEdit {
  readonly kind: 'repin'
  readonly place: Place
  readonly from: string
  readonly to: string
}

/** Whether an edit changes a field of an object. */
export function isFieldEdit(edit: Edit): edit is FieldEdit {
  return edit.kind === 'set' || edit.kind === 'add' || edit.kind === 'remove'
}

/** An object that a fix writes. */
export interface JsonObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Json
  readonly spec: Json
}

/** Sets the field at `path` below `part`. */
export function setField(part: Part, path: Path, value: Json): Edit {
  return { kind: 'set', place: below(part, path), value }
}

/** Adds `members` to the list at `path` below `part`. */
export function addMembers(part: Part, path: Path, members: readonly Json[]): Edit {
  return { kind: 'add', place: below(part, path), members }
}

/** Removes the field at `path` below `part`. */
export function removeField(part: Part, path: Path): Edit {
  return { kind: 'remove', place: below(part, path) }
}

/** Puts a new object into the file of `part`, for which it is meant. */
export function appendObject(part: Part, object: JsonObject): AppendEdit {
  return { kind: 'append', place: below(part, []), object }
}

/** Sets the very field at `place`. */
export function setPlace(place: Place, value: Json): Edit {
  return { kind: 'set', place, value }
}

/** Removes the very field at `place`. */
export function removePlace(place: Place): Edit {
  return { kind: 'remove', place }
}

function below(part: Part, path: Path): Place {
  return { document: part.document, path: [...part.path, ...path] }
}
