import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { itemsOf, isTrueAt, textAt, treeAt, type Tree } from '../../text/tree.ts'
import { componentPackage } from '../component.ts'
import { isSbomName } from '../sbom-name.ts'

/** The own JSON of syft (`artifacts`) and trivy (`Results[].Packages`). */
export const toolReports: LockReader = {
  format: 'JSON of syft or trivy',
  claims: isSbomName,
  read: ({ source }) => {
    if (!/"(?:artifacts|Results)"\s*:/.test(source.text)) return undefined
    const tree = readJson(source)
    if (!tree.ok) return tree
    const artifacts = itemsOf(treeAt(tree.value, 'artifacts')).map((each) =>
      packageOf(each, { name: 'name', version: 'version', purl: textAt(each, 'purl') }),
    )
    const listed = itemsOf(treeAt(tree.value, 'Results')).flatMap((result) =>
      itemsOf(treeAt(result, 'Packages')).map((each) => ({
        ...packageOf(each, {
          name: 'Name',
          version: 'Version',
          purl: textAt(each, 'Identifier', 'PURL'),
        }),
        scope: isTrueAt(each, 'Dev') ? ('development' as const) : undefined,
      })),
    )
    const packages = [...artifacts, ...listed]
    return packages.length === 0 ? undefined : succeed({ packages })
  },
}

interface Fields {
  readonly name: string
  readonly version: string
  readonly purl: string | undefined
}

function packageOf(entry: Tree, { name, version, purl }: Fields): LockedPackage {
  const { start, end } = entry
  return componentPackage({
    key: `${start}`,
    purl,
    name: textAt(entry, name) ?? '',
    version: textAt(entry, version),
    start,
    end,
  })
}
