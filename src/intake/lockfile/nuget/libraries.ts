import type { LockedPackage } from '../reader.ts'
import { membersOf, textAt, treeAt, wordOf, type Tree } from '../text/tree.ts'

/** The packages under `libraries`, whose keys are `name/version`: what project.assets.json and *.deps.json share. */
export function librariesIn(tree: Tree): readonly LockedPackage[] {
  const targets = [...membersOf(treeAt(tree, 'targets')).values()]
  return [...membersOf(treeAt(tree, 'libraries'))].map(([key, entry]) => {
    const slash = key.lastIndexOf('/')
    const needs = targets.flatMap((target) =>
      [...membersOf(treeAt(target, key, 'dependencies'))].map(
        ([name, version]) => `${name}/${wordOf(version)}`,
      ),
    )
    return {
      key,
      ecosystem: 'NuGet',
      name: key.slice(0, slash),
      version: key.slice(slash + 1),
      start: entry.key,
      end: entry.end,
      needs,
      scope: 'production',
      integrity: textAt(entry, 'sha512') || undefined,
      isOwn: textAt(entry, 'type') !== 'package',
    }
  })
}
