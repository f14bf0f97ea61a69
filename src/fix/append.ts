import type { Fault } from '../base/fault.ts'
import { spanOf, type Document } from '../model/document.ts'
import type { AppendEdit } from '../model/edit.ts'
import { lineBreak, type Source } from '../model/source.ts'
import { blockLines } from './block-text.ts'
import { habitsOf } from './habits.ts'
import { unappended } from './refusal.ts'
import { isSame } from './same.ts'
import type { Reading, Reread } from './trial.ts'

/** A text with objects added, and a fault for each that was not. */
interface Appended {
  readonly text: string
  readonly refused: readonly Fault[]
}

/**
 * Puts objects behind all others of a file, each as a document of its own and each once. All are refused in a file of
 * JSON, or when the new text, read again, is not the old documents and then exactly these. O(text + objects).
 */
export function appendObjects(
  source: Source,
  edits: readonly AppendEdit[],
  reread: Reread,
): Appended {
  const wanted = [...new Map(edits.map((edit) => [JSON.stringify(edit.object), edit])).values()]
  if (wanted.length === 0) return { text: source.text, refused: [] }
  const before = reread(source)
  const text = textWith(source, before.documents, wanted)
  const after = reread({ file: source.file, text })
  return isJson(source, before.documents) || !isExtended(before, after, wanted)
    ? { text: source.text, refused: wanted.map(unappended) }
    : { text, refused: [] }
}

function textWith(
  source: Source,
  documents: readonly Document[],
  edits: readonly AppendEdit[],
): string {
  const newline = lineBreak(source)
  const habits = habitsOf(documents)
  const { text } = source
  const head = text === '' || text.endsWith('\n') ? text : text + newline
  const lines = edits.flatMap(({ object }) => ['---', ...blockLines({ ...object }, habits)])
  return head + lines.map((line) => line + newline).join('')
}

function isJson({ text }: Source, documents: readonly Document[]): boolean {
  return documents.every(({ layout, node }) => text[spanOf(layout, node).start] === '{')
}

function isExtended(before: Reading, after: Reading, edits: readonly AppendEdit[]): boolean {
  const wanted = [
    ...before.documents.map(({ value }) => value),
    ...edits.map(({ object }) => object),
  ]
  return (
    after.faults.length === before.faults.length &&
    after.documents.length === wanted.length &&
    wanted.every((value, at) => isSame(value, after.documents[at]?.value))
  )
}
