import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader, Root } from '../reader.ts'
import { spotText } from '../spot.ts'
import { readJson } from '../text/json-text.ts'
import { itemsOf, membersOf, textAt, treeAt, type Tree } from '../text/tree.ts'

const FIELDS = [
  ['packages', 'production'],
  ['packages-dev', 'development'],
] as const

/** composer.lock. */
export const composerLock: LockReader = {
  format: 'composer.lock',
  claims: (name) => name === 'composer.lock',
  read: ({ source, beside }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const packages = FIELDS.flatMap(([field, scope]) =>
      itemsOf(treeAt(tree.value, field)).flatMap((entry) => packageOf(entry, scope)),
    )
    const manifest = beside('composer.json')
    const asked = manifest && readJson(manifest)
    if (manifest === undefined || asked?.ok !== true) return succeed({ packages })
    const roots = (['require', 'require-dev'] as const).flatMap((field) =>
      [...membersOf(treeAt(asked.value, field))].map(([name, entry]): Root => ({
        key: name.toLowerCase(),
        name,
        scope: field === 'require' ? 'production' : 'development',
        at: spotText(manifest, entry.key),
      })),
    )
    return succeed({ packages, roots })
  },
}

function packageOf(entry: Tree, scope: 'production' | 'development'): readonly LockedPackage[] {
  const name = textAt(entry, 'name')
  if (name === undefined) return []
  return [
    {
      key: name.toLowerCase(),
      ecosystem: 'Packagist',
      name,
      version: textAt(entry, 'version'),
      start: membersOf(entry).get('name')?.key ?? entry.start,
      end: entry.end,
      needs: [...membersOf(treeAt(entry, 'require')).keys()].map((need) => need.toLowerCase()),
      scope,
      integrity: textAt(entry, 'dist', 'shasum') || undefined,
      isOwn: textAt(entry, 'dist', 'type') === 'path',
    },
  ]
}
