import { succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import type { LockedPackage, LockInput, LockReader, Root } from '../../reader.ts'
import { unlike } from '../../spot.ts'
import { readBlocks } from '../../text/block-text.ts'
import { isTrueAt, membersOf, textAt, treeAt, type Tree } from '../../text/tree.ts'
import { foreignSource, manifestIn } from '../manifest.ts'

/** pnpm-lock.yaml, versions 5 to 9. */
export const pnpm: LockReader = {
  format: 'pnpm-lock.yaml',
  claims: (name) => name === 'pnpm-lock.yaml',
  read: (input) => {
    const tree = readBlocks(input.source)
    const written = textAt(tree, 'lockfileVersion')
    if (written === undefined) return unlike(input)
    const version = Number.parseFloat(written)
    const packages = packagesOf(tree, version)
    return succeed({ packages, roots: rootsOf(tree, input, version) })
  },
}

const NEEDS = ['dependencies', 'optionalDependencies'] as const

function packagesOf(tree: Tree, version: number): readonly LockedPackage[] {
  const listed = membersOf(treeAt(tree, 'packages'))
  // From version 9 on, what a package needs depends on its peers and stands apart from what it is.
  const snapshots = version < 9 ? listed : membersOf(treeAt(tree, 'snapshots'))
  const needs = new Map<string, Set<string>>()
  for (const [key, snapshot] of snapshots) {
    const own = needs.get(bare(key)) ?? new Set()
    needs.set(bare(key), own)
    for (const field of NEEDS)
      for (const [name, written] of membersOf(treeAt(snapshot, field)))
        if (typeof written.value === 'string') own.add(bare(keyOf(name, written.value, version)))
  }
  return [...listed].map(([key, entry]) =>
    packageOf(key, entry, [...(needs.get(bare(key)) ?? [])], version),
  )
}

function packageOf(
  key: string,
  entry: Tree,
  needs: readonly string[],
  lockVersion: number,
): LockedPackage {
  const { name, version } = namedBy(key, lockVersion)
  const resolution = textAt(entry, 'resolution') ?? ''
  const isDev = treeAt(entry, 'dev') === undefined ? undefined : isTrueAt(entry, 'dev')
  return {
    key: bare(key),
    ecosystem: 'npm',
    name: textAt(entry, 'name') ?? name,
    version: textAt(entry, 'version') ?? (/^\d/.test(version) ? version : undefined),
    start: entry.key,
    end: entry.end,
    needs,
    scope: isDev === undefined ? undefined : scopeOf(isDev),
    source: foreignSource(fieldIn(resolution, 'tarball') ?? fieldIn(resolution, 'repo')),
    integrity: fieldIn(resolution, 'integrity'),
    isOwn: /^(?:file|link):|@(?:file|link):/.test(key) && textAt(entry, 'version') === undefined,
  }
}

function scopeOf(isDev: boolean): PackageScope {
  return isDev ? 'development' : 'production'
}

function fieldIn(flow: string, name: string): string | undefined {
  const at = flow.indexOf(`${name}: `)
  return at === -1 ? undefined : /^[^,}\s]{1,1000}/.exec(flow.slice(at + name.length + 2))?.[0]
}

// `/x/1.0.0`, or with the registry it comes from in front: `registry.example/x/1.0.0`.
const OLD_KEY = /^(?:[\w-]{1,100}\.[\w.-]{1,200})?\/(?:@[^/]{1,200}\/)?[^/@]{1,200}\/\d/

// Peers stand in parentheses, before version 6 behind an underscore.
function bare(key: string): string {
  const [plain = ''] = key.split('(', 1)
  if (!OLD_KEY.test(plain)) return plain
  const slash = plain.lastIndexOf(
    '/',
    plain.includes('_') ? plain.indexOf('_', plain.search(/\/\d/)) : plain.length,
  )
  const peers = plain.indexOf('_', slash)
  return peers === -1 ? plain : plain.slice(0, peers)
}

// `/x/1.0.0` (5), `/x@1.0.0` (6), `x@1.0.0` (9); scopes keep their sign.
function namedBy(
  key: string,
  lockVersion: number,
): { readonly name: string; readonly version: string } {
  const known = bare(key)
  const plain = OLD_KEY.test(known) ? known.slice(known.indexOf('/') + 1) : known.replace(/^\//, '')
  const sign = lockVersion < 6 ? plain.lastIndexOf('/') : plain.indexOf('@', 1)
  if (sign <= 0) return { name: plain, version: '' }
  return { name: plain.slice(0, sign), version: plain.slice(sign + 1) }
}

// What a dependency is resolved to is a version, or a key where name or source differ.
function keyOf(name: string, written: string, lockVersion: number): string {
  if (written.startsWith('/') || /^[^(\d]*[/@:]/.test(written)) return written
  if (lockVersion >= 9) return `${name}@${written}`
  return lockVersion < 6 ? `/${name}/${written}` : `/${name}@${written}`
}

const ASKED = [
  ['dependencies', 'production'],
  ['optionalDependencies', 'production'],
  ['devDependencies', 'development'],
] as const

function rootsOf(tree: Tree, input: LockInput, version: number): readonly Root[] {
  const importers = membersOf(treeAt(tree, 'importers'))
  const all = importers.size > 0 ? [...importers] : [['.', tree] as const]
  return all.flatMap(([folder, importer]) => {
    const manifest = manifestIn(folder === '.' ? '' : folder, input)
    return ASKED.flatMap(([field, scope]) =>
      [...membersOf(treeAt(importer, field))].flatMap(([name, entry]) => {
        const written = textAt(entry, 'version') ?? entry.value
        if (typeof written !== 'string') return []
        const key = bare(keyOf(name, written, version))
        return [{ key, name, scope, at: manifest?.spotOf(name, field) }]
      }),
    )
  })
}
