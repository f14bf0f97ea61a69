import { succeed } from '../../../base/result.ts'
import type { PackageScope } from '../../../model/package.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { readJson } from '../text/json-text.ts'
import { itemsOf, membersOf, textAt, treeAt, type Tree } from '../text/tree.ts'

const LISTS = [
  ['requires', 'production'],
  ['build_requires', 'development'],
  ['python_requires', 'development'],
] as const

/** conan.lock: lists of references (Conan 2), or a graph of nodes (Conan 1). */
export const conanLock: LockReader = {
  format: 'conan.lock',
  claims: (name) => name === 'conan.lock',
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const nodes = [...membersOf(treeAt(tree.value, 'graph_lock', 'nodes')).values()]
    const listed = LISTS.flatMap(([field, scope]) =>
      itemsOf(treeAt(tree.value, field)).flatMap((entry) => packageOf(entry.value, entry, scope)),
    )
    const walked = nodes.flatMap((node) =>
      packageOf(
        textAt(node, 'ref') ?? textAt(node, 'pref'),
        node,
        textAt(node, 'context') === 'build' ? 'development' : 'production',
      ),
    )
    return succeed({ packages: [...listed, ...walked] })
  },
}

// name/version@user/channel#revision%timestamp
function packageOf(
  reference: unknown,
  { start, end }: Tree,
  scope: PackageScope,
): readonly LockedPackage[] {
  const found =
    /^(?<name>[^/@#]{1,200})\/(?<version>[^@#%:]{1,200})(?:@[^#]{0,200})?(?:#(?<revision>[^%:]{1,100}))?/.exec(
      String(reference),
    )
  const { name, version, revision } = found?.groups ?? {}
  if (name === undefined) return []
  return [
    {
      key: `${name}/${version ?? ''}`,
      ecosystem: 'ConanCenter',
      name,
      version,
      start,
      end,
      scope,
      integrity: revision,
    },
  ]
}
