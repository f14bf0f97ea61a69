import { spanOf, type Document, type Path } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { findSeats } from '../seats.ts'
import type { Reread } from '../trial.ts'
import { maskTemplate } from './template-mask.ts'

/** A file that things are made of, as the YAML that is written in it. */
export interface WrittenText {
  /** The file as it is. */
  readonly source: Source
  /** What is edited: where `source` is a template, its actions are hidden. */
  readonly readable: Source
  readonly documents: readonly Document[]
  /** Gives the text of the file for a text that was edited; undefined when an action was written over. */
  readonly restore: (text: string) => string | undefined
}

/** Where something stands in a text. */
export interface Seated {
  readonly document: Document
  readonly path: Path
}

/** Reads a file that things are made of; undefined when its actions cannot be hidden. */
export function writtenText(source: Source, reread: Reread): WrittenText | undefined {
  if (!source.text.includes('{{')) {
    const { documents } = reread(source)
    return { source, readable: source, documents, restore: (text) => text }
  }
  const mask = maskTemplate(source.text)
  if (mask === undefined) return undefined
  const readable = { file: source.file, text: mask.text }
  return { source, readable, documents: reread(readable).documents, restore: mask.unmask }
}

/** The outermost value that is told from others by where its key stands, or it itself where it has none. */
export function seatOfKey({ documents }: WrittenText, offset: number): Seated | undefined {
  return seatWhere(documents, ({ key, start }) => (key === -1 ? start : key) === offset)
}

/** The outermost value that begins there. */
export function seatOfValue({ documents }: WrittenText, offset: number): Seated | undefined {
  return seatWhere(documents, ({ start }) => start === offset)
}

function seatWhere(
  documents: readonly Document[],
  isSought: (span: ReturnType<typeof spanOf>) => boolean,
): Seated | undefined {
  const [first] = documents
  if (first === undefined) return undefined
  const { layout } = first
  const count = layout.offsets.length / 4
  for (let node = 0; node < count; node++) {
    if (!isSought(spanOf(layout, node))) continue
    const seat = findSeats(documents, [node]).get(node)
    const document = seat && documents[seat.root]
    if (document !== undefined) return { document, path: seat?.path ?? [] }
  }
  return undefined
}
