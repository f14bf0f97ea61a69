import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { childrenOf, elementAt, readXml } from '../../text/xml-text.ts'

/** gradle/verification-metadata.xml: more than what is built, as plug-ins are in it, too. */
export const gradleVerification: LockReader = {
  format: 'verification-metadata.xml',
  claims: (name) => name === 'verification-metadata.xml',
  read: ({ source }) => {
    const root = readXml(source)
    if (root?.name !== 'verification-metadata') return undefined
    const packages = childrenOf(elementAt(root, 'components'), 'component').map(
      ({ attributes, children, start, end }): LockedPackage => {
        const name = `${attributes.get('group') ?? ''}:${attributes.get('name') ?? ''}`
        const hash = children[0]?.children.find(({ name: kind }) => kind.startsWith('sha'))
        return {
          key: `${name}:${attributes.get('version') ?? ''}`,
          ecosystem: 'Maven',
          name,
          version: attributes.get('version'),
          start,
          end,
          integrity:
            hash === undefined ? undefined : `${hash.name}:${hash.attributes.get('value') ?? ''}`,
        }
      },
    )
    return succeed({ packages })
  },
}
