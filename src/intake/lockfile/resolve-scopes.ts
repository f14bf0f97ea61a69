import type { Bringer, PackageFacts } from '../../model/package.ts'
import type { LockedPackage, LockReading, Root } from './reader.ts'

/** A package with what the ways from the direct dependencies tell of it, and its span in the file. */
export interface PlacedPackage {
  readonly facts: PackageFacts
  readonly start: number
  readonly end: number
}

/**
 * Tells of every package whether production needs it and which direct dependency brings it: the one from which the
 * fewest steps lead there, of production first. The repository's own packages are left out. O(packages + needs).
 */
export function resolveScopes({ packages, roots }: LockReading): readonly PlacedPackage[] {
  const reached = roots === undefined ? new Map<string, Root>() : walk(packages, roots)
  const direct = new Set(roots?.map(({ key }) => key))
  return packages
    .filter(({ isOwn }) => isOwn !== true)
    .map((each) => ({
      start: each.start,
      end: each.end,
      facts: factsOf(each, {
        root: reached.get(each.key),
        isDirect: roots === undefined ? each.isDirect : direct.has(each.key),
      }),
    }))
}

function factsOf(
  each: LockedPackage,
  { root, isDirect }: { readonly root: Root | undefined; readonly isDirect: boolean | undefined },
): PackageFacts {
  const { ecosystem, name, version, scope, source, integrity } = each
  const bringer: Bringer | undefined = root && { name: root.name, at: root.at }
  return {
    ecosystem,
    name,
    version: version === '' ? undefined : version,
    scope: scope ?? root?.scope ?? 'unknown',
    isDirect,
    bringer: bringer ?? (isDirect === true ? { name, at: undefined } : undefined),
    source,
    integrity,
  }
}

function walk(
  packages: readonly LockedPackage[],
  roots: readonly Root[],
): ReadonlyMap<string, Root> {
  const byKey = new Map(packages.map((each) => [each.key, each]))
  const reached = new Map<string, Root>()
  const scopes = ['production', 'unknown', 'development'] as const
  for (const scope of scopes) {
    const queue: (readonly [string, Root])[] = []
    const reach = (key: string, root: Root): void => {
      if (reached.has(key) || !byKey.has(key)) return
      reached.set(key, root)
      queue.push([key, root])
    }
    for (const root of roots) if (root.scope === scope) reach(root.key, root)
    for (let at = 0; at < queue.length; at++) {
      const [key = '', root] = queue[at] ?? []
      if (root !== undefined) for (const need of byKey.get(key)?.needs ?? []) reach(need, root)
    }
  }
  return reached
}
