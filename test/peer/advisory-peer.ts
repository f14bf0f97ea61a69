import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import * as v from 'valibot'
import { openStore } from '../../src/advisories/open-store.ts'
import type { Store } from '../../src/advisories/store.ts'
import { importAdvisories } from '../../src/app/db/import-advisories.ts'
import { listPackages } from '../../src/app/packages.ts'

// `OSV_SCANNER=PROGRAM OSV_EXPORTS=FOLDER node tools/run.mjs test/peer/advisory-peer.ts FOLDER...`: compares the packages
// and advisories that we find below each FOLDER with those of osv-scanner 2.5, both with the same exports and without
// the network. `SHOW=N` shows so many lines of each file that differs. What differs on purpose stands in
// docs/advisory-differences.md.

const { OSV_SCANNER = 'osv-scanner', OSV_EXPORTS, SHOW = '3' } = process.env
const folders = process.argv.slice(2)
if (OSV_EXPORTS === undefined || !existsSync(OSV_EXPORTS) || folders.length === 0) {
  console.error('Name the exports in OSV_EXPORTS and one folder of lock files or more.')
  process.exit(2)
}

const RESULTS = v.object({
  results: v.array(
    v.object({
      source: v.object({ path: v.string() }),
      packages: v.array(
        v.object({
          package: v.object({ ecosystem: v.string(), name: v.string(), version: v.string() }),
          vulnerabilities: v.optional(v.array(v.object({ id: v.string() }))),
        }),
      ),
    }),
  ),
})

const NOTHING = '{"results":[]}'

// Ecosystems that the peer's readers name. Without an archive of each it stops matching for all that come after.
const ECOSYSTEMS = [
  'Bioconductor',
  'Bitnami',
  'ConanCenter',
  'CRAN',
  'Debian',
  'GitHub Actions',
  'Hackage',
  'Hex',
  'Julia',
  'Kubernetes',
  'NuGet',
  'Pub',
  'SwiftURL',
  'VSCode',
]

const EMPTY_ARCHIVE = Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1')

/** What one side found in a file: the ids of each package, by ecosystem, name and version. */
type Found = ReadonlyMap<string, ReadonlySet<string>>

const scratch = mkdtempSync(join(tmpdir(), 'portolan-peer-'))
try {
  const theirData = layOut(OSV_EXPORTS, join(scratch, 'theirs'))
  const store = await storeOf(OSV_EXPORTS, join(scratch, 'ours'))
  const tally = { equal: 0, different: 0, packages: 0, ids: 0, onlyOurs: 0, onlyTheirs: 0 }
  for (const folder of folders) compare(resolve(folder), { theirData, store, tally })
  store.close()
  console.log(
    `${tally.equal} of ${tally.equal + tally.different} files alike, ${tally.packages} packages with ${tally.ids} ids; ` +
      `${tally.onlyOurs} files read by us alone, ${tally.onlyTheirs} by the peer alone`,
  )
} finally {
  rmSync(scratch, { recursive: true })
}

interface Sides {
  readonly theirData: string
  readonly store: Store
  readonly tally: {
    equal: number
    different: number
    packages: number
    ids: number
    onlyOurs: number
    onlyTheirs: number
  }
}

function compare(folder: string, { theirData, store, tally }: Sides): void {
  const [theirs, ours] = [theirsIn(folder, theirData), oursIn(folder, store)]
  for (const file of [...new Set([...theirs.keys(), ...ours.keys()])].toSorted()) {
    const [their, our] = [theirs.get(file), ours.get(file)]
    const name = join(relative('', folder), file)
    if (their === undefined || our === undefined) {
      if (their === undefined) tally.onlyOurs++
      else tally.onlyTheirs++
      console.log(`${name}: read by ${their === undefined ? 'us' : 'the peer'} alone`)
      continue
    }
    const lines = differences(their, our)
    tally.packages += our.size
    for (const ids of our.values()) tally.ids += ids.size
    if (lines.length === 0) tally.equal++
    else tally.different++
    if (lines.length > 0) console.log(`${name}: ${lines.length} differences`)
    for (const line of lines.slice(0, Number(SHOW))) console.log(`  ${line}`)
  }
}

// A minus: the peer alone says so. A plus: we alone do.
function differences(theirs: Found, ours: Found): readonly string[] {
  return [...new Set([...theirs.keys(), ...ours.keys()])].toSorted().flatMap((key) => {
    const [their, our] = [theirs.get(key), ours.get(key)]
    if (our === undefined) return [`- ${key}`]
    if (their === undefined) return [`+ ${key}`]
    return [
      ...[...their].filter((id) => !our.has(id)).map((id) => `- ${key} ${id}`),
      ...[...our].filter((id) => !their.has(id)).map((id) => `+ ${key} ${id}`),
    ]
  })
}

// It ends with 1 when it finds something; what it could not read it tells on the other stream.
function theirsIn(folder: string, data: string): ReadonlyMap<string, Found> {
  const flags = ['--offline', '--no-resolve', '--all-packages', '--all-vulns', '--no-ignore']
  const words = ['scan', 'source', '-r', ...flags, '--no-call-analysis', 'all', '-f', 'json']
  const env = { ...process.env, OSV_SCALIBR_LOCAL_DB_CACHE_DIRECTORY: data }
  const parsed: unknown = JSON.parse(outputOf(OSV_SCANNER, [...words, folder], env) || NOTHING)
  const found = new Map<string, Map<string, Set<string>>>()
  for (const { source, packages } of v.parse(RESULTS, parsed).results) {
    // Before Go 1.17 what go.sum adds stands beside what go.mod says; we tell it at go.mod.
    const file = relative(folder, source.path).replace(/go\.sum$/, 'go.mod')
    const own = found.get(file) ?? new Map<string, Set<string>>()
    for (const { package: named, vulnerabilities = [] } of packages)
      add(
        own,
        keyOf(named),
        vulnerabilities.map(({ id }) => id),
      )
    found.set(file, own)
  }
  return found
}

function outputOf(program: string, words: readonly string[], env: NodeJS.ProcessEnv): string {
  const { stdout, error } = spawnSync(program, words, { env, maxBuffer: 2 ** 30, encoding: 'utf8' })
  if (error !== undefined) throw error
  return stdout
}

function oursIn(folder: string, store: Store): ReadonlyMap<string, Found> {
  const { packages } = listPackages(
    {
      targets: ['.'],
      workingFolder: folder,
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: undefined,
      provider: undefined,
      today: '2026-11-25',
      // As old as they may be: ages are not compared.
      advisories: { ...store, holdsDays: Number.POSITIVE_INFINITY },
    },
    'all',
  )
  const found = new Map<string, Map<string, Set<string>>>()
  for (const each of packages) {
    const file = each.place.replace(/:\d+:\d+$/, '')
    const own = found.get(file) ?? new Map<string, Set<string>>()
    add(own, keyOf({ ...each, version: each.version ?? '' }), each.ids)
    found.set(file, own)
  }
  return found
}

// A package may stand in a file several times.
function add(found: Map<string, Set<string>>, key: string, ids: readonly string[]): void {
  found.set(key, new Set([...(found.get(key) ?? []), ...ids]))
}

interface Named {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

// The peer writes some names and versions as their registry does, some as their file does.
function keyOf({ ecosystem, name, version }: Named): string {
  const spelled = ecosystem === 'PyPI' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name
  return `${ecosystem} ${spelled} ${ecosystem === 'Go' ? version.replace(/^v/, '') : version}`
}

async function storeOf(exports: string, folder: string): Promise<Store> {
  const terms = {
    folder,
    paths: [exports],
    workingFolder: '/',
    asOf: undefined,
    today: '2026-11-25',
  }
  const renewed = await importAdvisories(terms)
  const store = renewed.ok ? openStore(folder) : renewed
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}

function layOut(exports: string, folder: string): string {
  for (const name of readdirSync(exports)) {
    mkdirSync(join(folder, 'osv-scalibr', name), { recursive: true })
    cpSync(join(exports, name, 'all.zip'), join(folder, 'osv-scalibr', name, 'all.zip'))
  }
  for (const name of ECOSYSTEMS) {
    mkdirSync(join(folder, 'osv-scalibr', name), { recursive: true })
    writeFileSync(join(folder, 'osv-scalibr', name, 'all.zip'), EMPTY_ARCHIVE)
  }
  return folder
}
