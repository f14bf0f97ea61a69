import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader, Root } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { membersOf, textAt, treeAt } from '../../text/tree.ts'

/** NuGet's packages.lock.json: for each framework what it resolves to; a version counts once. */
export const packagesLock: LockReader = {
  format: 'packages.lock.json',
  claims: (name) => /^packages(?:\..+)?\.lock\.json$/.test(name),
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const packages = new Map<string, LockedPackage>()
    const roots = new Map<string, Root>()
    for (const framework of membersOf(treeAt(tree.value, 'dependencies')).values()) {
      const entries = membersOf(framework)
      const keyOf = (name: string): string => {
        const found = [...entries].find(([each]) => each.toLowerCase() === name.toLowerCase())
        return `${name.toLowerCase()}@${textAt(found?.[1], 'resolved') ?? ''}`
      }
      for (const [name, entry] of entries) {
        const key = `${name.toLowerCase()}@${textAt(entry, 'resolved') ?? ''}`
        const type = textAt(entry, 'type')
        if (type === 'Direct') roots.set(key, { key, name, scope: 'production', at: undefined })
        const needs = [...membersOf(treeAt(entry, 'dependencies')).keys()].map(keyOf)
        if (type === 'Project')
          for (const need of needs)
            roots.set(need, {
              key: need,
              name: need.split('@', 1)[0] ?? '',
              scope: 'production',
              at: undefined,
            })
        if (type === 'Project' || packages.has(key)) continue
        packages.set(key, {
          key,
          ecosystem: 'NuGet',
          name,
          version: textAt(entry, 'resolved'),
          start: entry.key,
          end: entry.end,
          needs,
          integrity: textAt(entry, 'contentHash'),
        })
      }
    }
    return succeed({ packages: [...packages.values()], roots: [...roots.values()] })
  },
}
