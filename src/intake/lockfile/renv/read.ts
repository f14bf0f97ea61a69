import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { readJson } from '../text/json-text.ts'
import { membersOf, textAt, treeAt, wordsAt } from '../text/tree.ts'

/** renv.lock of R. Only what CRAN has is known to OSV. */
export const renvLock: LockReader = {
  format: 'renv.lock',
  claims: (name) => name === 'renv.lock',
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const packages = [...membersOf(treeAt(tree.value, 'Packages'))].map(
      ([key, entry]): LockedPackage => {
        const from = textAt(entry, 'Source')
        return {
          key,
          ecosystem: from === 'Bioconductor' ? 'Bioconductor' : 'CRAN',
          name: textAt(entry, 'Package') ?? key,
          version: textAt(entry, 'Version'),
          start: entry.key,
          end: entry.end,
          needs: wordsAt(entry, 'Requirements'),
          scope: 'production',
          source:
            from === 'GitHub'
              ? `github:${textAt(entry, 'RemoteUsername') ?? ''}/${textAt(entry, 'RemoteRepo') ?? ''}`
              : undefined,
          integrity: textAt(entry, 'Hash'),
        }
      },
    )
    return succeed({ packages })
  },
}
