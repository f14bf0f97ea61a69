import { succeed } from '../../../../base/result.ts'
import type { LockReader } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { treeAt } from '../../text/tree.ts'
import { librariesIn } from '../libraries.ts'

/** *.deps.json, which .NET writes beside a program. */
export const depsJson: LockReader = {
  format: 'deps.json',
  claims: (name) => name.endsWith('.deps.json'),
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    if (treeAt(tree.value, 'libraries') === undefined) return undefined
    const packages = librariesIn(tree.value)
    const roots = packages
      .filter(({ isOwn }) => isOwn === true)
      .flatMap(({ needs = [] }) => needs)
      .map((key) => ({
        key,
        name: key.slice(0, key.lastIndexOf('/')),
        scope: 'production' as const,
        at: undefined,
      }))
    return succeed({ packages, roots: roots.length === 0 ? undefined : roots })
  },
}
