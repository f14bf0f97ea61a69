import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockInput, LockReader, Root } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { itemsOf, membersOf, treeAt, type Tree } from '../../text/tree.ts'
import { askedIn, manifestIn } from '../manifest.ts'

/** bun.lock, which is JSON with commas behind last members. */
export const bun: LockReader = {
  format: 'bun.lock',
  claims: (name) => name === 'bun.lock',
  read: (input) => {
    const tree = readJson(input.source)
    if (!tree.ok) return tree
    const entries = membersOf(treeAt(tree.value, 'packages'))
    const packages = [...entries].flatMap(([key, entry]) => packageOf(key, entry, entries))
    return succeed({ packages, roots: rootsOf(tree.value, input, entries) })
  },
}

function packageOf(
  key: string,
  entry: Tree,
  entries: ReadonlyMap<string, Tree>,
): readonly LockedPackage[] {
  const [id, ...rest] = itemsOf(entry)
  const written = typeof id?.value === 'string' ? id.value : ''
  const sign = written.indexOf('@', 1)
  if (sign === -1) return []
  const version = written.slice(sign + 1)
  const details = rest.find(({ value }) => value instanceof Map)
  const integrity = rest.at(-1)?.value
  const isPlain = /^\d/.test(version)
  return [
    {
      key,
      ecosystem: 'npm',
      name: written.slice(0, sign),
      version: isPlain ? version : undefined,
      start: entry.key,
      end: entry.end,
      needs: askedIn(details, () => undefined).flatMap(
        ({ name }) => above(key, name, entries) ?? [],
      ),
      source: isPlain ? undefined : version,
      integrity:
        typeof integrity === 'string' && integrity.startsWith('sha') ? integrity : undefined,
      isOwn: /^(?:workspace|link|file):/.test(version),
    },
  ]
}

// A key that begins with another one and a slash is the copy that stands inside of that package.
function above(key: string, name: string, entries: ReadonlyMap<string, Tree>): string | undefined {
  for (let from = key; from !== '';) {
    const inner = `${from}/${name}`
    if (entries.has(inner)) return inner
    const slash = from.lastIndexOf('/')
    from = slash === -1 ? '' : from.slice(0, slash)
  }
  return entries.has(name) ? name : undefined
}

function rootsOf(
  tree: Tree,
  input: LockInput,
  entries: ReadonlyMap<string, Tree>,
): readonly Root[] {
  return [...membersOf(treeAt(tree, 'workspaces'))].flatMap(([folder, workspace]) => {
    const manifest = manifestIn(folder, input)
    const own = membersOf(workspace).get('name')?.value
    const asked = askedIn(workspace, (name, field) => manifest?.spotOf(name, field))
    return asked.flatMap(({ name, scope, at }) => {
      const key = above(typeof own === 'string' ? own : '', name, entries)
      return key === undefined ? [] : [{ key, name, scope, at }]
    })
  })
}
