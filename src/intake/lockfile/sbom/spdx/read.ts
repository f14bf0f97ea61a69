import { succeed } from '../../../../base/result.ts'
import type { LockReader } from '../../reader.ts'
import { readJson } from '../../text/json-text.ts'
import { itemsOf, textAt, treeAt, wordsAt, type Tree } from '../../text/tree.ts'
import { componentPackage } from '../component.ts'
import { isSbomName } from '../sbom-name.ts'
import { relate } from '../spdx-relations.ts'

/** SPDX 2.2 and 2.3 in JSON. */
export const spdx: LockReader = {
  format: 'SPDX JSON',
  claims: isSbomName,
  read: ({ source }) => {
    if (!/"spdxVersion"\s*:\s*"SPDX-2/.test(source.text)) return undefined
    const tree = readJson(source)
    if (!tree.ok) return tree
    const packages = itemsOf(treeAt(tree.value, 'packages')).map((entry) => ({
      ...componentPackage({
        key: textAt(entry, 'SPDXID') ?? `${entry.start}`,
        purl: purlIn(entry),
        name: textAt(entry, 'name') ?? '',
        version: textAt(entry, 'versionInfo'),
        start: entry.start,
        end: entry.end,
      }),
      integrity: textAt(itemsOf(treeAt(entry, 'checksums'))[0], 'checksumValue'),
    }))
    const relations = itemsOf(treeAt(tree.value, 'relationships')).map((each) => ({
      from: textAt(each, 'spdxElementId') ?? '',
      type: textAt(each, 'relationshipType') ?? '',
      to: textAt(each, 'relatedSpdxElement') ?? '',
    }))
    const described = wordsAt(tree.value, 'documentDescribes').map((to) => ({
      from: 'SPDXRef-DOCUMENT',
      type: 'DESCRIBES',
      to,
    }))
    return succeed(relate(packages, [...described, ...relations]))
  },
}

function purlIn(entry: Tree): string | undefined {
  const reference = itemsOf(treeAt(entry, 'externalRefs')).find(
    (each) => textAt(each, 'referenceType') === 'purl',
  )
  return textAt(reference, 'referenceLocator')
}
