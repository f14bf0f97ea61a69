import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the benchmark scans: the same bytes on every machine. */
export interface Estate {
  readonly one: string
  readonly folder: string
  readonly middle: string
  readonly large: string
}

// The sizes libraries.md measured with, so that figures can be compared over time.
const SMALL_FILES = 241
const MIDDLE_OBJECTS = 3500
const LARGE_OBJECTS = 14_000

const BOUTIQUE = '../shared/corpora/boutique.tar.xz'

/** Writes the estate into a new temporary folder: the demonstration estate and, when present, the boutique, multiplied. */
export function writeEstate(): Estate {
  const root = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  const documents = readDocuments(root)
  const estate = {
    one: join(root, 'one.yaml'),
    folder: join(root, 'folder'),
    middle: join(root, 'middle.yaml'),
    large: join(root, 'large.yaml'),
  }
  writeFileSync(estate.one, documents[0] ?? '')
  mkdirSync(estate.folder)
  multiply(documents, SMALL_FILES).forEach((document, index) => {
    writeFileSync(join(estate.folder, `object-${index}.yaml`), document)
  })
  writeFileSync(estate.middle, multiply(documents, MIDDLE_OBJECTS).join('---\n'))
  writeFileSync(estate.large, multiply(documents, LARGE_OBJECTS).join('---\n'))
  return estate
}

function readDocuments(root: string): readonly string[] {
  const folders = ['examples/harbour']
  if (existsSync(BOUTIQUE)) {
    execFileSync('tar', ['-xJf', BOUTIQUE, '-C', root])
    folders.push(join(root, 'boutique', 'kubernetes-manifests'))
  }
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .toSorted()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
      .flatMap((text) => text.split(/^---\n/m))
      // Only plain objects can be renamed line by line; peers do not read lists the same way, and refuse templates.
      .filter((text) => /^kind: (?!List)/m.test(text) && /^metadata:$/m.test(text))
      .filter((text) => !text.includes('{{')),
  )
}

// The copies get names of their own: peers and people would otherwise see one object many times.
function multiply(documents: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / documents.length)
    const document = documents[index % documents.length] ?? ''
    return `${document.replace(/^( {2}name: [\w.-]+)/m, `$1-${round}`).trimEnd()}\n`
  })
}
