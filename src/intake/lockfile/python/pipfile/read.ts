import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { itemsOf, membersOf, textAt, treeAt } from '../../text/tree.ts'
import { askedAt } from '../names.ts'

const GROUPS = [
  ['default', 'production'],
  ['develop', 'development'],
] as const

/** Pipfile.lock. */
export const pipfileLock: LockReader = {
  format: 'Pipfile.lock',
  claims: (name) => name === 'Pipfile.lock',
  read: (input) => {
    const tree = readJson(input.source)
    if (!tree.ok) return tree
    const pipfile = input.beside('Pipfile')
    const packages = GROUPS.flatMap(([group, scope]) =>
      [...membersOf(treeAt(tree.value, group))].map(([name, entry]): LockedPackage => ({
        key: `${group}/${name}`,
        ecosystem: 'PyPI',
        name,
        version: textAt(entry, 'version')?.replace(/^={2,3}/, ''),
        start: entry.key,
        end: entry.end,
        scope,
        source: textAt(entry, 'git') ?? textAt(entry, 'file'),
        integrity: firstText(itemsOf(treeAt(entry, 'hashes'))),
        isOwn: treeAt(entry, 'path') !== undefined,
      })),
    )
    if (pipfile === undefined) return succeed({ packages })
    const roots = packages.flatMap(({ key, name, scope = 'unknown' }) => {
      const at = askedAt(pipfile, name)
      return at === undefined ? [] : [{ key, name, scope, at }]
    })
    return succeed({ packages, roots })
  },
}

function firstText(items: ReturnType<typeof itemsOf>): string | undefined {
  const value = items[0]?.value
  return typeof value === 'string' ? value : undefined
}
