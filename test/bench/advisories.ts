import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { withZip } from '../../src/advisories/zip.ts'
import { memberOf } from '../../src/model/part.ts'

// The advisories of a folder in the layout of OSV's exports, some times over, each time about packages of other names:
// what somebody has who has everything. And files of packages that they speak of.

// How often a set holds each advisory, under other ids and names: of 14,800, 29,600 and 296,000 are made.
const COPIES = { small: 2, large: 20 } as const
const BOM_PACKAGES = 10_000
const LOCK_PACKAGES = 1_200
// Every second package of the bill is one that advisories speak of.
const KNOWN = BOM_PACKAGES / 2

/** Folders and files of a benchmark of advisories. */
export interface AdvisoryBench {
  /** Both in OSV's layout. */
  readonly small: string
  readonly large: string
  readonly records: { readonly small: number; readonly large: number }
  /** CycloneDX, packages of seven registries. */
  readonly bom: string
  /** package-lock.json. */
  readonly lock: string
}

interface Subject {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

/** Writes all of them into a new folder. `source` has the advisories. */
export function writeAdvisories(source: string): AdvisoryBench {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-advisories-bench-'))
  // Each package once: nobody has four hundred versions of one.
  const subjects = new Map<string, Subject>()
  const records = { small: 0, large: 0 }
  for (const ecosystem of foldersIn(source)) {
    const texts = textsIn(join(source, ecosystem, 'all.zip'))
    for (const subject of texts.flatMap((text) => subjectOf(text, ecosystem) ?? [])) {
      subjects.set(`${ecosystem} ${subject.name}`, subject)
    }
    for (const set of ['small', 'large'] as const) {
      records[set] += texts.length * COPIES[set]
      const copies = Array.from({ length: COPIES[set] }, (_, copy) =>
        texts.map((text) => renamed(text, copy)),
      )
      writeArchive(join(folder, set, ecosystem), copies.flat())
    }
  }
  const bom = join(folder, 'bom', 'bom.cdx.json')
  const lock = join(folder, 'lock', 'package-lock.json')
  write(bom, bomText([...subjects.values()]))
  write(lock, lockText([...subjects.values()]))
  return { small: join(folder, 'small'), large: join(folder, 'large'), records, bom, lock }
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}

function textsIn(archive: string): readonly string[] {
  const texts: string[] = []
  withZip(archive, 32 * 1024 * 1024, (entries) => {
    for (const { read } of entries) texts.push(read()?.toString() ?? '')
  })
  return texts
}

function writeArchive(folder: string, texts: readonly string[]): void {
  const files = texts.map((text, at) => [`${at}.json`, strToU8(text)] as const)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'all.zip'), zipSync(Object.fromEntries(files), { level: 1 }))
}

// Ids of other flaws are renamed as well: the copies have no flaw in common.
function renamed(text: string, copy: number): string {
  if (copy === 0) return text
  const parsed: unknown = JSON.parse(text)
  const named = (value: unknown): unknown =>
    typeof value === 'string' ? `${value}-x${copy}` : value
  return JSON.stringify(parsed, function (this: unknown, key, value: unknown) {
    const isPackage = key === 'name' && memberOf(this, 'ecosystem') !== undefined
    if (key === 'id' || isPackage) return named(value)
    return NAMES.includes(key) && Array.isArray(value) ? value.map(named) : value
  })
}

const NAMES = ['aliases', 'related', 'upstream']

/** A package and a version that an advisory is about, or one before its end. */
function subjectOf(text: string, ecosystem: string): Subject | undefined {
  const record: unknown = JSON.parse(text)
  const affected = memberOf(memberOf(record, 'affected'), 0)
  const name = memberOf(memberOf(affected, 'package'), 'name')
  const listed = memberOf(memberOf(affected, 'versions'), 0)
  if (typeof name !== 'string') return undefined
  return { ecosystem, name, version: typeof listed === 'string' ? listed : '1.0.0' }
}

function bomText(subjects: readonly Subject[]): string {
  const step = Math.max(1, subjects.length / KNOWN)
  const components = Array.from({ length: BOM_PACKAGES }, (_, at) => {
    const known = at % 2 === 0 ? subjects[Math.floor((at / 2) * step)] : undefined
    return componentOf(known ?? inventedAt(at))
  })
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components })
}

function inventedAt(at: number): Subject {
  return { ecosystem: 'npm', name: `invented-${at}`, version: `1.${at % 90}.${at % 7}` }
}

const PURL_TYPES: Readonly<Record<string, string>> = {
  Go: 'golang',
  Maven: 'maven',
  Packagist: 'composer',
  PyPI: 'pypi',
  RubyGems: 'gem',
  'crates.io': 'cargo',
  npm: 'npm',
}

function componentOf({ ecosystem, name, version }: Subject): object {
  const type = PURL_TYPES[ecosystem]
  const path = name.replace(':', '/').split('/').map(encodeURIComponent).join('/')
  const purl =
    type === undefined
      ? `pkg:apk/alpine/${path}@${version}?distro=alpine-3.19`
      : `pkg:${type}/${path}@${encodeURIComponent(version)}`
  return { type: 'library', 'bom-ref': `${purl}#${name}`, name, version, purl }
}

function lockText(subjects: readonly Subject[]): string {
  const known = subjects.filter(({ ecosystem }) => ecosystem === 'npm').slice(0, LOCK_PACKAGES / 4)
  const invented = Array.from({ length: LOCK_PACKAGES - known.length }, (_, at) => inventedAt(at))
  const all = new Map([...known, ...invented].map((each) => [each.name, each]))
  const packages = [...all.values()].map(({ name, version }) => [
    `node_modules/${name}`,
    { version, resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz` },
  ])
  const dependencies = Object.fromEntries(
    [...all.values()].map(({ name, version }) => [name, version]),
  )
  const root = { name: 'bench', version: '1.0.0', dependencies }
  return JSON.stringify(
    { name: 'bench', lockfileVersion: 3, packages: { '': root, ...Object.fromEntries(packages) } },
    undefined,
    2,
  )
}

function write(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}
