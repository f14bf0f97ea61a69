import { isMapping, memberOf } from './part.ts'
import type { Place } from './place.ts'
import type { Resource } from './resource.ts'
import type { Scene } from './scene.ts'

/** The apiVersion of lock files, manifests and SBOMs: no cluster ever holds them. */
export const LOCK_FILE_VERSION = 'lockfile'

/** The kind of the same, as rules name it. */
export const LOCK_FILE = 'LockFile'

/** What a package is there for. `unknown` where the file does not say and nothing beside it does. */
export type PackageScope = 'production' | 'development' | 'unknown'

/** The direct dependency that brings a package; a direct one is its own. */
export interface Bringer {
  readonly name: string
  /** Where the manifest asks for it, `file:line:column`; undefined where no manifest was found beside the lock file. */
  readonly at: string | undefined
}

/** What identifies a package and tells what it is there for. */
export interface PackageFacts {
  /** As OSV spells it, with its suffix where it is known: `npm`, `PyPI`, `Debian:12`. */
  readonly ecosystem: string
  /** As the registry spells it; Maven as `group:artifact`. */
  readonly name: string
  /** Undefined where none is pinned (`>=2,<3`, a branch). */
  readonly version: string | undefined
  readonly scope: PackageScope
  /** Undefined where nothing tells direct dependencies from others. */
  readonly isDirect: boolean | undefined
  /** Undefined where nothing tells. */
  readonly bringer: Bringer | undefined
  /** Where it is fetched, when that is no registry of its ecosystem: a repository, an archive. */
  readonly source: string | undefined
  /** The checksum as the file writes it. */
  readonly integrity: string | undefined
}

/** A package that a lock file, manifest or SBOM of the estate names. */
export interface FoundPackage extends PackageFacts {
  /** Where that file names it. */
  readonly place: Place
}

/** The packages that `file` names, in the order of its text; none when it is no lock file. O(packages). */
export function packagesIn(file: Resource): readonly FoundPackage[] {
  if (file.type !== LOCK_FILE) return []
  return file.list('packages').flatMap(({ value, place }) => {
    const facts = factsOf(value)
    return facts === undefined ? [] : [{ ...facts, place }]
  })
}

/** The value of a lock file with other versions of some packages, by their numbers. O(packages). */
export function withVersions(value: unknown, versions: ReadonlyMap<number, string>): unknown {
  const packages = memberOf(value, 'packages')
  if (!isMapping(value) || !Array.isArray(packages)) return value
  const changed = packages.map((each: unknown, index) => {
    const version = versions.get(index)
    return version === undefined || !isMapping(each) ? each : { ...each, version }
  })
  return { ...value, packages: changed }
}

/** Whether people write the file: what it says may be changed in its line, as no checksum has to follow. */
export function isManifest(file: Resource): boolean {
  return file.get('isManifest')?.value === true
}

/** All lock files, manifests and SBOMs of a scene. */
export function lockFilesIn(scene: Scene): readonly Resource[] {
  return scene.ofKind(LOCK_FILE)
}

function factsOf(value: unknown): PackageFacts | undefined {
  const ecosystem = textAt(value, 'ecosystem')
  const name = textAt(value, 'name')
  if (ecosystem === undefined || name === undefined) return undefined
  const isDirect = memberOf(value, 'isDirect')
  return {
    ecosystem,
    name,
    version: textAt(value, 'version'),
    scope: scopeOf(textAt(value, 'scope')),
    isDirect: typeof isDirect === 'boolean' ? isDirect : undefined,
    bringer: bringerOf(memberOf(value, 'bringer')),
    source: textAt(value, 'source'),
    integrity: textAt(value, 'integrity'),
  }
}

function bringerOf(value: unknown): Bringer | undefined {
  const name = textAt(value, 'name')
  return name === undefined ? undefined : { name, at: textAt(value, 'at') }
}

function scopeOf(word: string | undefined): PackageScope {
  return word === 'production' || word === 'development' ? word : 'unknown'
}

function textAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key)
  return typeof member === 'string' ? member : undefined
}
