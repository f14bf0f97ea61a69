import { basename } from 'node:path'
import { decodeText } from '../decode-text.ts'
import { missed } from '../mishap.ts'
import { readBytes } from '../read-bytes.ts'
import type { Manifest } from '../read-manifest.ts'
import { readValues, type GivenValues } from './module/folder.ts'

/** What the files of variables that a user chose say, and what is wrong with them. */
export interface GivenVariables {
  readonly values: readonly GivenValues[]
  readonly manifests: readonly Manifest[]
}

/** Reads files of variables, absolute paths in the order in which they were named. */
export function readVariables(
  paths: readonly string[],
  terms: { readonly nameOf: (path: string) => string; readonly maxFileBytes: number },
): GivenVariables {
  const values: GivenValues[] = []
  const manifests: Manifest[] = []
  for (const path of paths) {
    const file = terms.nameOf(path)
    const bytes = readBytes(path, file, terms.maxFileBytes)
    const text = bytes.ok ? decodeText(bytes.value, file) : bytes
    const source = text.ok ? { file, text: text.value } : undefined
    const read = source && readValues({ base: basename(path), source })
    if (read !== undefined) values.push(read.values)
    const faults = text.ok ? (read?.faults ?? []) : [text.fault]
    // Nobody knows what the modules come to without these values.
    const mishaps = faults.map((fault) => missed('modules', fault))
    if (source !== undefined || mishaps.length > 0)
      manifests.push({ source, documents: 0, resources: [], mishaps })
  }
  return { values, manifests }
}
