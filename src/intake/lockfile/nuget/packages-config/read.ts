import { fail, succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { notAsWritten } from '../../spot.ts'
import { childrenOf, readXml } from '../../text/xml-text.ts'

/** NuGet's packages.config. */
export const packagesConfig: LockReader = {
  format: 'packages.config',
  claims: (name) => /^packages\.config$/i.test(name),
  read: ({ source }) => {
    const root = readXml(source)
    if (root === undefined)
      return fail(notAsWritten(source, 0, 'The file is not XML that can be read'))
    const packages = childrenOf(root, 'package').map(
      ({ attributes, start, end }): LockedPackage => ({
        key: `${attributes.get('id') ?? ''}@${attributes.get('version') ?? ''}`,
        ecosystem: 'NuGet',
        name: attributes.get('id') ?? '',
        version: attributes.get('version'),
        start,
        end,
        scope: attributes.get('developmentDependency') === 'true' ? 'development' : 'production',
      }),
    )
    return succeed({ packages: packages.filter(({ name }) => name !== '') })
  },
}
