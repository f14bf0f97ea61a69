import { closeSync, readSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { KeyedSection, packSection, type Keyed } from './keyed-section.ts'
import { isHotWhole, openIfThere, seal, type SealedFile } from './sealed-file.ts'

// A file of the store: a line that tells what it is, the length of a header, the header (JSON: where each section lies
// behind it), the sections.

const MAGIC = Buffer.from('PORTOLAN ADVISORIES 1\n')
const LENGTH_BYTES = 4

/** The sections of a file, by name. Those in front decide; `prose` comes last and is for reading. */
export type Sections = Readonly<Record<string, readonly Keyed[]>>

const HEADER = v.object({
  sections: v.record(v.string(), v.object({ offset: v.number(), length: v.number() })),
})

/** Writes sections into a new sealed file. Throws what the system says. */
export function writeSections(folder: string, stem: string, sections: Sections): SealedFile {
  const packed = Object.entries(sections).map(([name, entries]) => ({
    name,
    pieces: packSection(entries),
  }))
  const extents: Record<string, { offset: number; length: number }> = {}
  let offset = 0
  for (const { name, pieces } of packed) {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
    extents[name] = { offset, length }
    offset += length
  }
  const header = Buffer.from(JSON.stringify({ sections: extents }))
  const front = Buffer.alloc(LENGTH_BYTES)
  front.writeUInt32LE(header.length)
  const hot = packed.filter(({ name }) => name !== PROSE).flatMap(({ pieces }) => pieces)
  const cold = packed.filter(({ name }) => name === PROSE).flatMap(({ pieces }) => pieces)
  const pieces = [MAGIC, front, header, ...hot, ...cold]
  return seal(folder, stem, { pieces, hotPieces: pieces.length - cold.length })
}

/** The section that is not needed to decide. */
export const PROSE = 'prose'

/** An open file of the store. */
export interface OpenFile {
  /** Throws for a section that the file does not have. */
  readonly section: (name: string) => KeyedSection
  readonly close: () => void
}

/**
 * Opens a file of the store, its deciding part checked; undefined when it is not what was written. Throws nothing the
 * system says of a missing or unreadable file: that is not what was written either.
 */
export function openSections(folder: string, sealed: SealedFile): OpenFile | undefined {
  const descriptor = openIfThere(join(folder, sealed.file))
  if (descriptor === undefined) return undefined
  const file = isHotWhole(descriptor, sealed) ? readHeader(descriptor) : undefined
  if (file === undefined) closeSync(descriptor)
  return file
}

function readHeader(descriptor: number): OpenFile | undefined {
  const front = readAt(descriptor, 0, MAGIC.length + LENGTH_BYTES)
  if (!front.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const length = front.readUInt32LE(MAGIC.length)
  const parsed: unknown = JSON.parse(readAt(descriptor, front.length, length).toString())
  const { sections } = v.parse(HEADER, parsed)
  const base = front.length + length
  const opened = new Map<string, KeyedSection>()
  return {
    section: (name) => {
      const extent = sections[name]
      if (extent === undefined) throw new Error(`No section ${name}.`)
      const known = opened.get(name)
      if (known !== undefined) return known
      const section = new KeyedSection(descriptor, { ...extent, offset: base + extent.offset })
      opened.set(name, section)
      return section
    },
    close: () => {
      closeSync(descriptor)
    },
  }
}

function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset))
}
