import { inflateRawSync } from 'node:zlib'
import * as v from 'valibot'
import { entryOf } from './entry-of.ts'
import type { ProseEntry, RecordEntry } from './file/entries.ts'
import { PROSE } from './file/layout.ts'
import type { OpenFile } from './file/layout.ts'
import { PROSE_ENTRY, RECORD } from './file/schema.ts'
import { exploitationOf, namesOf, severityOf } from './flaw.ts'
import type { StoreFiles } from './open-store.ts'
import type { AdvisoryProse } from './store.ts'

/** The words of every advisory that speaks of the flaw `id` names, in the order of their ids. */
export function proseOf(files: StoreFiles, id: string): readonly AdvisoryProse[] {
  return namesOf(files, id).flatMap((name) =>
    files.bases.flatMap((base) => proseIn(files, { base, id: name })),
  )
}

/** What an ecosystem's file keeps of an advisory. */
export function recordIn(file: OpenFile, id: string): RecordEntry | undefined {
  const isWanted = (entry: RecordEntry): boolean => entry.id === id
  return entryOf(file.section('records'), id, { schema: RECORD, isWanted })
}

function proseIn(
  files: StoreFiles,
  { base, id }: { readonly base: string; readonly id: string },
): readonly AdvisoryProse[] {
  const file = files.wholeEcosystem(base)
  const record = file === undefined ? undefined : recordIn(file, id)
  if (file === undefined || record === undefined) return []
  const { summary, withdrawn } = record
  const { details, references } = wordsOf(file, id)
  const severity = severityOf(files, record)
  const known = { id, ecosystem: base, summary, withdrawn, details, references, severity }
  return [{ ...known, ...exploitationOf(files, record) }]
}

function wordsOf(file: OpenFile, id: string): Pick<ProseEntry, 'details' | 'references'> {
  for (const bytes of file.section(PROSE).candidates(id)) {
    const parsed: unknown = JSON.parse(inflateRawSync(bytes).toString())
    const entry = v.parse(PROSE_ENTRY, parsed)
    if (entry.id === id) return entry
  }
  return { details: '', references: [] }
}
