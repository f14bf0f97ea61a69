import * as v from 'valibot'
import type { KeyedSection } from './file/keyed-section.ts'

/** The entry of a section that `isWanted` takes among those that may stand under `key`; undefined when there is none. */
export function entryOf<T extends v.GenericSchema>(
  section: KeyedSection | undefined,
  key: string,
  {
    schema,
    isWanted,
  }: { readonly schema: T; readonly isWanted: (entry: v.InferOutput<T>) => boolean },
): v.InferOutput<T> | undefined {
  if (section === undefined) return undefined
  for (const bytes of section.candidates(key)) {
    const parsed: unknown = JSON.parse(bytes.toString())
    const entry = v.parse(schema, parsed)
    if (isWanted(entry)) return entry
  }
  return undefined
}
