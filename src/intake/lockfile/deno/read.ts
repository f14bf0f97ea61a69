import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { readJson } from '../text/json-text.ts'
import { membersOf, textAt, treeAt, wordOf, wordsAt, type Tree } from '../text/tree.ts'

/** deno.lock: what it takes from npm; the packages of JSR and addresses are in no collection of advisories. */
export const denoLock: LockReader = {
  format: 'deno.lock',
  claims: (name) => name === 'deno.lock',
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const entries = membersOf(
      treeAt(tree.value, 'npm', 'packages') ??
        treeAt(tree.value, 'packages', 'npm') ??
        treeAt(tree.value, 'npm'),
    )
    const packages = [...entries].flatMap(([key, entry]) => packageOf(key, entry))
    return succeed({ packages })
  },
}

function packageOf(key: string, entry: Tree): readonly LockedPackage[] {
  // Peers follow behind an underscore.
  const { name, version } =
    /^(?<name>@?[^@]{1,200})@(?<version>[^_]{1,200})/.exec(key)?.groups ?? {}
  if (name === undefined) return []
  const needs = [
    ...wordsAt(entry, 'dependencies'),
    ...[...membersOf(treeAt(entry, 'dependencies')).values()].map(wordOf),
  ]
  const at = { start: entry.key, end: entry.end }
  return [
    { key, ecosystem: 'npm', name, version, ...at, needs, integrity: textAt(entry, 'integrity') },
  ]
}
