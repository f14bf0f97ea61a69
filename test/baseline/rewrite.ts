import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { shortHash } from '../../src/base/hash.ts'
import type { Files } from '../../src/intake/estate.testing.ts'

/** What a rewrite of an estate changes without changing what its objects say. */
export interface Rewrite {
  /** Decides in which order the objects come, and which file each goes to. */
  readonly seed: number
  readonly names: readonly string[]
  readonly indent: number
  readonly isIndented: boolean
  /** How many lines of comment stand before each object. */
  readonly comments: number
}

/** Any rewrite: shuffled objects in files of other names and number, re-indented, on other lines. */
export const rewrites: fc.Arbitrary<Rewrite> = fc.record({
  seed: fc.nat(),
  names: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}(\/[a-z]{3,8})?$/), {
    minLength: 1,
    maxLength: 40,
  }),
  indent: fc.integer({ min: 1, max: 8 }),
  isIndented: fc.boolean(),
  comments: fc.nat(5),
})

// Charts and overlays are made of whole folders, and what programs read themselves is named after its file.
const TIED = /^(?:charts|search|cluster)\//

/** The texts of all documents of a folder's manifests that may stand in any file, in the order of their files. */
export function documentsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !TIED.test(file))
    .toSorted()
  return files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^---.*$/m))
}

/** The files that `rewrite` makes of the documents. */
export function rewritten(documents: readonly string[], rewrite: Rewrite): Files {
  const { seed, names } = rewrite
  const shuffled = documents
    .map((text, index) => ({ text, lot: shortHash(`${seed} ${index}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
  const files: Record<string, string> = {}
  for (const { text, lot } of shuffled) {
    const file = `${names[Number.parseInt(lot.slice(8), 16) % names.length]}.yaml`
    files[file] =
      `${files[file] ?? ''}---\n${'# moved\n'.repeat(rewrite.comments)}${layOut(text, rewrite)}`
  }
  return files
}

function layOut(text: string, { indent, isIndented }: Rewrite): string {
  return parseAllDocuments(text, { version: '1.1' })
    .map((document) => document.toString({ indent, indentSeq: isIndented, lineWidth: 0 }))
    .join('---\n')
}
