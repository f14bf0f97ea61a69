import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { readJson } from '../text/json-text.ts'
import { itemsOf, textAt, treeAt } from '../text/tree.ts'

/** Package.resolved of Swift, versions 1 to 3. OSV knows a package by its address without scheme and ending. */
export const packageResolved: LockReader = {
  format: 'Package.resolved',
  claims: (name) => name === 'Package.resolved',
  read: ({ source }) => {
    const tree = readJson(source)
    if (!tree.ok) return tree
    const pins = itemsOf(treeAt(tree.value, 'pins') ?? treeAt(tree.value, 'object', 'pins'))
    const packages = pins.flatMap((pin): readonly LockedPackage[] => {
      const address = textAt(pin, 'location') ?? textAt(pin, 'repositoryURL')
      if (address === undefined) return []
      const name = address
        .replace(/^[a-z+]{2,10}:\/\/(?:[^/@]*@)?|^git@/, '')
        .replace(/^([^/:]+):/, '$1/')
        .replace(/(?:\.git)?\/?$/, '')
      return [
        {
          key: name,
          ecosystem: 'SwiftURL',
          name,
          version: textAt(pin, 'state', 'version'),
          start: pin.start,
          end: pin.end,
          source: `https://${name}`,
          integrity: textAt(pin, 'state', 'revision'),
        },
      ]
    })
    return succeed({ packages })
  },
}
