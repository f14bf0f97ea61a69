import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesIn, type FoundPackage } from '../../model/package.ts'
import { spotOf } from '../../model/place.ts'
import { isLockName } from './lock-name.ts'
import { readLockFile } from './read-lock-file.ts'

/** An example: a folder with a lock file and what stands beside it; `expected` lists its packages and faults. */
export interface Example {
  readonly name: string
  readonly files: ReadonlyMap<string, string>
  readonly expected: string
}

const EXPECTED = 'expected.txt'

/** The examples of all readers: the folders below each `examples`. */
export function readerExamples(): readonly Example[] {
  const folders = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  return folders
    .filter((path) => path.endsWith(`/${EXPECTED}`))
    .toSorted()
    .map((path) => exampleIn(path.slice(0, -EXPECTED.length - 1)))
}

function exampleIn(name: string): Example {
  const folder = join(import.meta.dirname, name)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== EXPECTED)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const files = new Map(
    paths.toSorted().map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  return { name, files, expected: readFileSync(join(folder, EXPECTED), 'utf8') }
}

/** What the readers find in an example, a line for each package and fault. */
export function foundIn({ files }: Example): string {
  const beside = (path: string): { readonly file: string; readonly text: string } | undefined => {
    const text = files.get(path.replace(/^\.\//, ''))
    return text === undefined ? undefined : { file: path, text }
  }
  const lines = [...files].flatMap(([file, text]) => {
    if (!isLockName(file)) return []
    const { resource, faults } = readLockFile({ source: { file, text }, beside })
    const packages = resource === undefined ? [] : packagesIn(resource)
    return [...packages.map(lineOf), ...faults.map(({ code, at }) => `${code} ${at}`)]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function lineOf({
  ecosystem,
  name,
  version,
  scope,
  isDirect,
  bringer,
  place,
  source,
}: FoundPackage): string {
  const { file, line, column } = spotOf(place)
  const words = [
    `${file}:${line}:${column}`,
    ecosystem,
    name,
    version ?? '(none)',
    scope,
    ...(isDirect === true ? ['direct'] : []),
    ...(bringer === undefined ? [] : [`by ${bringer.name} ${bringer.at ?? 'somewhere'}`]),
    ...(source === undefined ? [] : [`from ${source}`]),
  ]
  return words.join(' ')
}
