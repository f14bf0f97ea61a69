import { succeed } from '../../../../base/result.ts'
import type { LockReader } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { membersOf, treeAt } from '../../text/tree.ts'
import { librariesIn } from '../libraries.ts'

/** project.assets.json, which a restore of .NET leaves behind. */
export const projectAssets: LockReader = {
  format: 'project.assets.json',
  claims: (name) => name === 'project.assets.json',
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const packages = librariesIn(tree.value)
    const frameworks = [...membersOf(treeAt(tree.value, 'project', 'frameworks')).values()]
    const direct = new Set(
      frameworks.flatMap((each) =>
        [...membersOf(treeAt(each, 'dependencies')).keys()].map((name) => name.toLowerCase()),
      ),
    )
    const roots = packages
      .filter(({ name }) => direct.has(name.toLowerCase()))
      .map(({ key, name }) => ({ key, name, scope: 'production' as const, at: undefined }))
    return succeed({ packages, roots })
  },
}
