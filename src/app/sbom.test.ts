import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { readerExamples } from '../intake/lockfile/examples.testing.ts'
import { readLockFile } from '../intake/lockfile/read-lock-file.ts'
import { packagesIn, type FoundPackage } from '../model/package.ts'
import { purlOf } from '../model/purl.ts'
import { SPDX_DOCUMENT } from '../report/sbom/spdx.testing.ts'
import { EXAMPLE_ADVISORIES } from '../rules/code/advisories.testing.ts'
import { listPackages } from './packages.ts'
import { writeSbom, type SbomFormat } from './sbom.ts'
import type { EstateTerms } from './scan.ts'
import { heeding, readStatements } from './vex.ts'

const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { web: '*', leaky: '*' }, devDependencies: { weak: '*' } },
    'node_modules/web': { version: '1.4.0', dependencies: { loose: '*' } },
    'node_modules/loose': { version: '1.0.0' },
    'node_modules/leaky': { version: '1.0.0' },
    'node_modules/weak': { version: '1.0.0', dev: true },
    'node_modules/@scope/odd': { version: '1.0.0' },
  },
})

function termsIn(folder: string, vex: readonly string[] = []): EstateTerms {
  const said = readStatements(vex, folder)
  if (!said.ok) throw new Error(said.fault.message)
  return {
    targets: ['.'],
    workingFolder: folder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: undefined,
    provider: undefined,
    today: '2026-11-24',
    advisories: {
      ...EXAMPLE_ADVISORIES,
      match: heeding(EXAMPLE_ADVISORIES.match, said.value),
    },
  }
}

function sbomOf(folder: string, format: SbomFormat, vex: readonly string[] = []): string {
  return writeSbom(termsIn(folder, vex), { format, version: '0.1.0' }).text
}

// Everything that any reader reads, so that every ecosystem is written.
function everyExample(): string {
  const files = readerExamples().flatMap(({ name, files: own }) =>
    [...own].map(([file, text]) => [`${name}/${file}`, text] as const),
  )
  return writeFiles(Object.fromEntries(files))
}

function wordsOf({ ecosystem, name, version, scope }: FoundPackage): string {
  const purl = purlOf({ ecosystem, name, version })
  return `${purl ?? `${name} ${version ?? ''}`} ${scope}`
}

const readsIn = (file: string, text: string): readonly FoundPackage[] => {
  const { resource } = readLockFile({ source: { file, text }, beside: () => undefined })
  return resource === undefined ? [] : packagesIn(resource)
}

describe('a bill of materials', () => {
  it('is valid CycloneDX 1.6, by the schema of its makers', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, logger: false })
    const schemaOf = (name: string): object => {
      const require = createRequire(import.meta.url)
      const entry = require.resolve('@cyclonedx/cyclonedx-library')
      const root = entry.slice(0, entry.indexOf('cyclonedx-library') + 'cyclonedx-library'.length)
      const schema: unknown = JSON.parse(
        readFileSync(`${root}/res/schema/${name}.SNAPSHOT.schema.json`, 'utf8'),
      )
      return Object(schema)
    }
    ajv.addSchema(schemaOf('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
    ajv.addSchema(schemaOf('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
    const validate = ajv.compile(schemaOf('bom-1.6'))
    for (const folder of [everyExample(), writeFiles({ 'package-lock.json': LOCK })]) {
      validate(JSON.parse(sbomOf(folder, 'cyclonedx')))
      expect(validate.errors).toBeNull()
    }
  })

  it('is SPDX 2.3, as its specification has it', () => {
    for (const folder of [everyExample(), writeFiles({ 'package-lock.json': LOCK })]) {
      const read = v.safeParse(SPDX_DOCUMENT, JSON.parse(sbomOf(folder, 'spdx')))
      expect(read.issues?.map(({ message }) => message) ?? []).toEqual([])
    }
  })

  it.each([
    { format: 'cyclonedx', file: 'bom.json' },
    { format: 'spdx', file: 'app.spdx.json' },
  ] as const)('is read back from $format to the same packages', ({ format, file }) => {
    const folder = writeFiles({ 'package-lock.json': LOCK })
    const before = readsIn('package-lock.json', LOCK)
    const after = readsIn(file, sbomOf(folder, format))
    const named = (list: readonly FoundPackage[]): readonly string[] =>
      list.map(({ name, version }) => `${name} ${version}`).toSorted()
    expect(named(after)).toEqual(named(before))
    expect(
      after
        .filter(({ isDirect }) => isDirect)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['leaky', 'weak', 'web'])
    expect(after.filter(({ scope }) => scope === 'development').map(({ name }) => name)).toEqual([
      'weak',
    ])
  })

  it('is read back with every ecosystem that has package URLs', () => {
    const folder = everyExample()
    const { packages } = listPackages(termsIn(folder), 'all')
    const purls = new Set(packages.flatMap(({ purl }) => purl ?? []))
    const read = readsIn('bom.json', sbomOf(folder, 'cyclonedx')).map(
      (each) => wordsOf(each).split(' ')[0],
    )
    expect([...purls].filter((purl) => !read.includes(purl))).toEqual([])
  })
})

const SAID = {
  openvex: {
    statements: [
      {
        vulnerability: { name: 'EX-2' },
        products: [{ '@id': 'pkg:oci/shop', subcomponents: [{ '@id': 'pkg:npm/leaky@1.0.0' }] }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      },
    ],
  },
  cyclonedx: {
    bomFormat: 'CycloneDX',
    components: [{ 'bom-ref': 'l', purl: 'pkg:npm/leaky@1.0.0' }],
    vulnerabilities: [
      {
        id: 'EX-2',
        analysis: { state: 'not_affected', justification: 'code_not_reachable' },
        affects: [{ ref: 'l' }],
      },
    ],
  },
  csaf: {
    document: { csaf_version: '2.0' },
    product_tree: {
      branches: [
        {
          branches: [
            {
              product: {
                product_id: 'L',
                product_identification_helper: { purl: 'pkg:npm/leaky@1.0.0' },
              },
            },
          ],
        },
      ],
    },
    vulnerabilities: [
      {
        ids: [{ text: 'EX-2' }],
        product_status: { known_not_affected: ['L'] },
        flags: [{ label: 'vulnerable_code_not_in_execute_path', product_ids: ['L'] }],
      },
    ],
  },
}

describe('what is said of flaws', () => {
  it.each(Object.entries(SAID))('changes their state in %s, and never the list', (_, document) => {
    const folder = writeFiles({ 'package-lock.json': LOCK, 'said.json': JSON.stringify(document) })
    const { packages } = listPackages(termsIn(folder, ['said.json']), 'vulnerable')
    expect(packages.map(({ name }) => name)).toEqual(['loose', 'leaky', 'weak'])
    expect(packages.map(({ states }) => Object.keys(states))).toEqual([[], ['EX-2'], []])
    const vex = JSON.parse(sbomOf(folder, 'openvex', ['said.json']))
    expect(vex.statements).toHaveLength(3)
    expect(vex.statements).toContainEqual({
      vulnerability: { name: 'EX-2' },
      products: [{ '@id': 'pkg:npm/leaky@1.0.0' }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    })
    expect(sbomOf(folder, 'cyclonedx', ['said.json'])).toContain('"state":"not_affected"')
  })

  it('is not heeded from a file that is none of the three', () => {
    const folder = writeFiles({ 'said.json': '{"status":"not_affected"}' })
    const heard = readStatements(['said.json'], folder)
    expect(heard.ok ? '' : heard.fault.code).toBe('VEX_FILE')
  })
})
