import {
  array,
  assert,
  constantFrom,
  oneof,
  option,
  property,
  record,
  string,
  stringMatching,
} from 'fast-check'
import { describe, it, expect } from 'vitest'
import { readLockFile } from '../../intake/lockfile/read-lock-file.ts'
import { packagesIn, type FoundPackage, type PackageFacts } from '../../model/package.ts'
import { entriesOf, type Bill } from './bill.ts'
import { cycloneDxText } from './cyclonedx.ts'
import { spdxText } from './spdx.ts'

type Named = Pick<PackageFacts, 'ecosystem' | 'name' | 'version'>

// Names as registries allow them; versions as anything.
const word = stringMatching(/^[a-z][a-z\d]{0,6}(?:[._-][a-z\d]{1,6}){0,2}$/)
const version = option(
  oneof(
    stringMatching(/^\d{1,3}\.\d{1,3}(?:[-+~:.][\da-z]{1,6}){0,3}$/),
    string({ minLength: 1, maxLength: 12 }),
  ).filter((text) => text.trim() === text),
  { nil: undefined },
)
const named = oneof(
  nameOf(['npm'], word),
  nameOf(
    ['npm'],
    word.map((name) => `@scope/${name}`),
  ),
  nameOf(['PyPI'], stringMatching(/^[a-z][a-z\d]{0,6}(?:-[a-z\d]{1,6}){0,2}$/)),
  nameOf(
    ['Maven'],
    word.map((name) => `org.${name}:${name}-Core`),
  ),
  nameOf(
    ['Packagist'],
    word.map((name) => `vendor/${name}`),
  ),
  nameOf(['crates.io', 'RubyGems', 'NuGet', 'Hex', 'Pub', 'CRAN'], word),
  nameOf(
    [
      'Debian:12',
      'Alpine:v3.19',
      'Ubuntu:22.04:LTS',
      'Ubuntu:23.10',
      'AlmaLinux:9',
      'Rocky Linux:9',
    ],
    word,
  ),
)

describe('a bill of materials', () => {
  it.each([
    { file: 'bom.json', write: cycloneDxText },
    { file: 'app.spdx.json', write: spdxText },
  ])('is read back from $file to the same packages', ({ file, write }) => {
    assert(
      property(array(named, { minLength: 1, maxLength: 12 }), (packages) => {
        const text = write(billOf(packages))
        const { resource, faults } = readLockFile({
          source: { file, text },
          beside: () => undefined,
        })
        expect(faults).toEqual([])
        const read = resource === undefined ? [] : packagesIn(resource)
        expect(toldOf(read)).toEqual(toldOf(packages))
      }),
    )
  })
})

function nameOf(ecosystems: readonly string[], name: ReturnType<typeof word.map<string>>) {
  return record({ ecosystem: constantFrom(...ecosystems), name, version })
}

function billOf(packages: readonly Named[]): Bill {
  const billed = packages.map((each) => ({ found: foundAs(each), flaws: [] }))
  return { name: 'shop', today: '2026-11-25', version: '0.1.0', entries: entriesOf(billed) }
}

const LINE = { file: 'requirements.txt', text: 'left==1.0\n' }

// Somewhere in a file, which is no matter here.
function foundAs(each: Named): FoundPackage {
  const { resource } = readLockFile({ source: LINE, beside: () => undefined })
  const [found] = resource === undefined ? [] : packagesIn(resource)
  if (found === undefined) throw new Error('The line names a package.')
  return { ...found, ...each }
}

// Several files may name one package; a bill has it once.
function toldOf(packages: readonly Named[]): readonly string[] {
  const told = packages.map(({ ecosystem, name, version: pinned }) =>
    JSON.stringify([ecosystem, name, pinned]),
  )
  return [...new Set(told)].toSorted()
}
