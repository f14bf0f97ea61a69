import { inflateRawSync } from 'node:zlib'
import * as v from 'valibot'
import { memberOf } from '../model/part.ts'
import { addAffected, addEntry, emptyDraft, type Draft } from './compile.ts'
import type { KeyedSection } from './file/keyed-section.ts'
import { PROSE, type OpenFile } from './file/layout.ts'
import { AFFECTED_LIST, PROSE_ENTRY, RECORD } from './file/schema.ts'

/** What a draft is made from: the file of an ecosystem, without the advisories that are gone or will be added anew. */
export interface DraftSource {
  readonly ecosystem: string
  readonly file: OpenFile
  readonly without: ReadonlySet<string>
  /** The day it is (ISO 8601). */
  readonly today: string
}

/** Makes a draft of what an ecosystem's file holds, to be changed. O(advisories). */
export function draftFrom({ ecosystem, file, without, today }: DraftSource): Draft {
  const draft = emptyDraft(ecosystem, today)
  const prose = file.section(PROSE)
  for (const bytes of file.section('records').all()) {
    const record = v.parse(RECORD, parse(bytes))
    if (without.has(record.id)) continue
    addEntry(draft, record)
    const words = proseOf(prose, record.id)
    if (words !== undefined) draft.prose.set(record.id, words)
  }
  for (const bytes of file.section('names').all()) {
    const [key, entries] = v.parse(AFFECTED_LIST, parse(bytes))
    for (const entry of entries) if (!without.has(entry.i)) addAffected(draft, key, entry)
  }
  return draft
}

/** When each advisory of an ecosystem's file was modified (ISO 8601), by its id. */
export function modifiedIn(file: OpenFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const bytes of file.section('records').all()) {
    const record = parse(bytes)
    const id = memberOf(record, 'id')
    const modified = memberOf(record, 'modified')
    if (typeof id === 'string' && typeof modified === 'string') found.set(id, modified)
  }
  return found
}

// As it is packed. Only where several may be meant is it unpacked to tell whose it is.
function proseOf(section: KeyedSection, id: string): Uint8Array | undefined {
  const packed = [...section.candidates(id)].map((bytes) => Buffer.from(bytes))
  if (packed.length === 1) return packed[0]
  return packed.find((bytes) => v.parse(PROSE_ENTRY, parse(inflateRawSync(bytes))).id === id)
}

function parse(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString())
}
