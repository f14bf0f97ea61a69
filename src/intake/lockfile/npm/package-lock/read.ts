import { succeed, type Result } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import type { LockedPackage, LockInput, LockReader, LockReading, Root } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { isTrueAt, membersOf, textAt, treeAt, type Tree } from '../../text/tree.ts'
import { askedIn, foreignSource, manifestIn, type Asked } from '../manifest.ts'

const NAMES = new Set(['package-lock.json', 'npm-shrinkwrap.json', '.package-lock.json'])

/** npm's package-lock.json and npm-shrinkwrap.json, of all three versions. */
export const packageLock: LockReader = {
  format: 'package-lock.json',
  claims: (name) => NAMES.has(name),
  read: (input) => {
    const tree = readJson(input.source)
    return tree.ok ? readLock(tree.value, input) : tree
  },
}

function readLock(tree: Tree, input: LockInput): Result<LockReading> | undefined {
  if (treeAt(tree, 'packages') !== undefined) return succeed(readFlat(tree, input))
  if (treeAt(tree, 'lockfileVersion') === undefined && treeAt(tree, 'dependencies') === undefined)
    return undefined
  return succeed(readNested(tree, input))
}

const FOLDER = 'node_modules/'

// Versions 2 and 3: a flat list of the folders that will be.
function readFlat(tree: Tree, input: LockInput): LockReading {
  const entries = membersOf(treeAt(tree, 'packages'))
  const packages: LockedPackage[] = []
  const roots: Root[] = []
  for (const [path, entry] of entries) {
    const at = path.lastIndexOf(FOLDER)
    if (at === -1) roots.push(...rootsOf(path, entry, { entries, input }))
    if (at === -1 || isTrueAt(entry, 'link')) continue
    packages.push(flatPackage(path, entry, entries))
  }
  return { packages, roots }
}

function flatPackage(path: string, entry: Tree, entries: ReadonlyMap<string, Tree>): LockedPackage {
  const needs = [...askedIn(entry, () => undefined)].flatMap(({ name }) => {
    const need = above(path, name, entries)
    return need === undefined ? [] : [need]
  })
  return {
    key: path,
    ecosystem: 'npm',
    // Under an alias the entry tells the name that the registry knows.
    name: textAt(entry, 'name') ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length),
    version: textAt(entry, 'version'),
    start: entry.key,
    end: entry.end,
    needs,
    scope: scopeOf(entry),
    source: foreignSource(textAt(entry, 'resolved')),
    integrity: textAt(entry, 'integrity'),
  }
}

// Where Node looks for a package: beside, then one folder of packages further out, and so on.
function above(path: string, name: string, entries: ReadonlyMap<string, Tree>): string | undefined {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf(FOLDER) - 1))) {
    const found = `${from === '' ? '' : `${from}/`}${FOLDER}${name}`
    const entry = entries.get(found)
    if (entry !== undefined) return isTrueAt(entry, 'link') ? textAt(entry, 'resolved') : found
    if (from === '') return undefined
    if (!from.includes(FOLDER)) from = ''
  }
}

function rootsOf(
  folder: string,
  entry: Tree,
  { entries, input }: { readonly entries: ReadonlyMap<string, Tree>; readonly input: LockInput },
): readonly Root[] {
  const manifest = manifestIn(folder, input)
  const asked = askedIn(entry, (name, field) => manifest?.spotOf(name, field))
  return asked.flatMap(({ name, scope, at }) => {
    const key = above(folder, name, entries)
    return key === undefined ? [] : [{ key, name, scope, at }]
  })
}

// Source: npm docs, package-lock-json: `devOptional` is needed by production, too, where it can be installed.
function scopeOf(entry: Tree): PackageScope {
  return isTrueAt(entry, 'dev') ? 'development' : 'production'
}

// Version 1: packages inside packages, as the folders nest.
function readNested(tree: Tree, input: LockInput): LockReading {
  const packages: LockedPackage[] = []
  gather([{ prefix: '', members: membersOf(treeAt(tree, 'dependencies')) }], packages)
  const manifest = manifestIn('', input)
  const keys = new Set(packages.map(({ key }) => key))
  const roots = manifest?.asked.flatMap(({ name, scope, at }: Asked) => {
    return keys.has(name) ? [{ key: name, name, scope, at }] : []
  })
  return { packages, roots }
}

interface Around {
  readonly prefix: string
  readonly members: ReadonlyMap<string, Tree>
}

// The innermost level comes first, as Node looks there first.
function gather(levels: readonly Around[], packages: LockedPackage[]): void {
  const { prefix = '', members } = levels[0] ?? {}
  for (const [alias, entry] of members ?? []) {
    const key = `${prefix}${alias}`
    const inner = { prefix: `${key}>`, members: membersOf(treeAt(entry, 'dependencies')) }
    packages.push(nestedPackage(alias, entry, { key, around: [inner, ...levels] }))
    if (inner.members.size > 0) gather([inner, ...levels], packages)
  }
}

function nestedPackage(
  alias: string,
  entry: Tree,
  { key, around }: { readonly key: string; readonly around: readonly Around[] },
): LockedPackage {
  const written = textAt(entry, 'version') ?? ''
  const other = /^npm:(?<name>.{1,300})@(?<version>[^@]{1,300})$/.exec(written)?.groups
  // A version begins with a number; all else is where a package comes from.
  const isVersion = /^\d/.test(written)
  return {
    key,
    ecosystem: 'npm',
    name: other?.['name'] ?? alias,
    version: other?.['version'] ?? (isVersion ? written : undefined),
    start: entry.key,
    end: entry.end,
    needs: [...membersOf(treeAt(entry, 'requires')).keys()].flatMap((name) => {
      const level = around.find(({ members }) => members.has(name))
      return level === undefined ? [] : [`${level.prefix}${name}`]
    }),
    scope: scopeOf(entry),
    source: foreignSource(written) ?? foreignSource(textAt(entry, 'resolved')),
    integrity: textAt(entry, 'integrity'),
  }
}
