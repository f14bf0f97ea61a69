import type { PackageScope } from '../../../model/package.ts'
import type { LockedPackage, LockReading, Root } from '../reader.ts'

/** A line of SPDX that joins two elements. */
export interface Relation {
  readonly from: string
  readonly type: string
  readonly to: string
}

// `a X_OF b` says of b what `b X a` would; the scope is what the kind of dependency tells.
const KINDS: ReadonlyMap<string, { readonly isTurned: boolean; readonly scope: PackageScope }> =
  new Map([
    ['DEPENDS_ON', { isTurned: false, scope: 'unknown' }],
    ['CONTAINS', { isTurned: false, scope: 'unknown' }],
    ['DEPENDENCY_OF', { isTurned: true, scope: 'unknown' }],
    ['RUNTIME_DEPENDENCY_OF', { isTurned: true, scope: 'production' }],
    ['OPTIONAL_DEPENDENCY_OF', { isTurned: true, scope: 'production' }],
    ['DEV_DEPENDENCY_OF', { isTurned: true, scope: 'development' }],
    ['TEST_DEPENDENCY_OF', { isTurned: true, scope: 'development' }],
    ['BUILD_DEPENDENCY_OF', { isTurned: true, scope: 'development' }],
  ])

/**
 * Joins the packages of an SPDX document by its relationships. What the document describes is the repository's own
 * when something hangs on it. Source: SPDX 2.3, clause 11, read 2026-11-25.
 */
export function relate(
  packages: readonly LockedPackage[],
  relations: readonly Relation[],
): LockReading {
  const described = new Set(
    relations.filter(({ type }) => type === 'DESCRIBES').map(({ to }) => to),
  )
  const needs = new Map<string, string[]>()
  const scopes = new Map<string, PackageScope>()
  const edges = relations.flatMap(({ from, type, to }) => {
    const kind = KINDS.get(type)
    if (kind === undefined) return []
    const [whole, part] = kind.isTurned ? [to, from] : [from, to]
    return [{ whole, part, scope: kind.scope }]
  })
  for (const { whole, part, scope } of edges) {
    const known = needs.get(whole) ?? []
    known.push(part)
    needs.set(whole, known)
    if (scope !== 'unknown') scopes.set(part, scope)
  }
  const names = new Map(packages.map(({ key, name }) => [key, name]))
  const tops = [...described].filter((key) => needs.has(key))
  const roots = tops.flatMap((top) =>
    (needs.get(top) ?? []).map((key): Root => ({
      key,
      name: names.get(key) ?? key,
      scope: 'unknown',
      at: undefined,
    })),
  )
  return {
    packages: packages.map((each) => ({
      ...each,
      needs: needs.get(each.key) ?? [],
      scope: scopes.get(each.key),
      // What has a package URL may be known to somebody else, too.
      isOwn: tops.includes(each.key) && each.ecosystem === 'unknown',
    })),
    roots: roots.length === 0 ? undefined : roots,
  }
}
