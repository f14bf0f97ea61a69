import type { Document, Path } from '../model/document.ts'
import { addMembers, removeField, setField, type Edit, type Json } from '../model/edit.ts'
import { applyEdits, type Patch } from './apply.ts'
import type { Reread } from './trial.ts'

/** An edit in a test: a path, and what is done there; without `set` and `add` the field is removed. */
export interface Asked {
  /** The number of the document, 0 unless it is given. */
  readonly in?: number
  readonly path: Path
  readonly set?: Json
  readonly add?: readonly Json[]
}

/** Makes the edits of a test in `text`. */
export function patchText(text: string, asked: readonly Asked[], reread: Reread): Patch {
  const source = { file: 'test.yaml', text }
  const { documents } = reread(source)
  return applyEdits(
    source,
    asked.map((one) => editOf(documents[one.in ?? 0], one)),
    reread,
  )
}

/** The edit that is asked for. */
export function editOf(document: Document | undefined, { path, set, add }: Asked): Edit {
  if (document === undefined)
    throw new Error('The test names a document that its text does not have.')
  const part = { document, path: [], value: document.value }
  if (set !== undefined) return setField(part, path, set)
  return add === undefined ? removeField(part, path) : addMembers(part, path, add)
}
