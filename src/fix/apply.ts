import type { Fault } from '../base/fault.ts'
import { spanOf, type Document } from '../model/document.ts'
import { isFieldEdit, type AppendEdit, type Edit, type FieldEdit } from '../model/edit.ts'
import type { Source } from '../model/source.ts'
import { appendObjects } from './append.ts'
import { settleWants } from './changes.ts'
import { aimedAtWhole, contradicted, impossible, unproven } from './refusal.ts'
import { isRepin, repin } from './repin.ts'
import { makeWishes } from './search.ts'
import { findSeats } from './seats.ts'
import type { Reread } from './trial.ts'
import { gatherWants, type Wish } from './wants.ts'

/** A source with its edits made: the new text, and a fault for each edit that was not made. */
export interface Patch {
  readonly source: Source
  readonly text: string
  readonly refused: readonly Fault[]
}

/**
 * Makes all edits of one file at once; they belong to documents of `source`. Comments, order, quotes, indentation and
 * line ends stay as they are. The new text is read again, and an edit is only kept when its document then says what it
 * said before with exactly the wanted edits made; the others are refused and do not hold these up. Making the same
 * edits again changes nothing. Lock files, which are no YAML, get versions of packages changed. O(text + edits), two readings of the text when nothing is refused.
 */
export function applyEdits(source: Source, edits: readonly Edit[], reread: Reread): Patch {
  if (edits.length === 0) return { source, text: source.text, refused: [] }
  const pins = edits.filter(isRepin)
  if (pins.length > 0) return { source, ...repin(source, pins) }
  const before = reread(source)
  const fields = edits.filter(isFieldEdit)
  const whole = fields.filter(({ place }) => place.path.length === 0)
  const wishes = wishesOf(before.documents, fields)
  const chosen = before.documents.map((document, at) => choose(document, wishes.get(at) ?? []))
  const outcome = makeWishes(
    source,
    before,
    chosen.map((choice) => choice.wishes),
    reread,
  )
  const refused = [
    ...whole.map(aimedAtWhole),
    ...chosen.flatMap((choice) => choice.refused),
    ...outcome.unproven.map(({ edit }) => unproven(edit)),
  ]
  const patched = { file: source.file, text: outcome.text }
  const appended = appendObjects(patched, edits.filter(isAppendEdit), reread)
  return { source, text: appended.text, refused: [...refused, ...appended.refused] }
}

function isAppendEdit(edit: Edit): edit is AppendEdit {
  return edit.kind === 'append'
}

/** The wishes of one document that can be tried, and the faults of the others. */
interface Choice {
  readonly wishes: readonly Wish[]
  readonly refused: readonly Fault[]
}

function choose(document: Document, wishes: readonly Wish[]): Choice {
  if (wishes.length === 0) return { wishes, refused: [] }
  const { want, contradicting } = gatherWants(wishes)
  const settlement = settleWants(want, document.value)
  const out = new Set([...contradicting, ...settlement.impossible.map(({ wish }) => wish)])
  return {
    wishes: wishes.filter((wish) => !out.has(wish)),
    refused: [
      ...contradicting.map(({ edit }) => contradicted(edit)),
      ...settlement.impossible.map(({ wish, reason }) => impossible(wish.edit, reason)),
    ],
  }
}

// Edits by the number of their YAML document, with paths that lead from its root.
function wishesOf(
  documents: readonly Document[],
  edits: readonly FieldEdit[],
): ReadonlyMap<number, readonly Wish[]> {
  const seats = findSeats(
    documents,
    edits.map(({ place }) => place.document.node),
  )
  const wishes = new Map<number, Wish[]>()
  for (const edit of edits) {
    const { document, path } = edit.place
    const seat = seats.get(document.node)
    if (seat === undefined || !isSameText(document, documents[seat.root])) {
      throw new Error(`An edit was handed in for another text than ${document.source.file}.`)
    }
    if (path.length === 0) continue
    const wish = { edit, path: [...seat.path, ...path] }
    const known = wishes.get(seat.root)
    if (known === undefined) wishes.set(seat.root, [wish])
    else known.push(wish)
  }
  return wishes
}

// Reading the same text gives the same numbers to the same nodes.
function isSameText({ layout, node }: Document, root: Document | undefined): boolean {
  if (root === undefined || layout.keys.length !== root.layout.keys.length) return false
  return spanOf(layout, node).start === spanOf(root.layout, node).start
}
