import { succeed } from '../../../../base/result.ts'
import { isMapping, memberOf, valueAt } from '../../../../model/part.ts'
import { textAt } from '../../python/toml-packages.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { readToml } from '../../text/toml-text.ts'

/** libs.versions.toml of Gradle: what builds may ask for, by name. Only where no gradle.lockfile stands beside or above. */
export const versionCatalog: LockReader = {
  format: 'libs.versions.toml (direct dependencies only)',
  claims: (name) => name.endsWith('.versions.toml'),
  isManifest: true,
  read: ({ source, beside }) => {
    if (beside('gradle.lockfile') !== undefined || beside('../gradle.lockfile') !== undefined)
      return undefined
    const toml = readToml(source)
    if (!toml.ok) return toml
    const { value } = toml.value
    const libraries = memberOf(value, 'libraries')
    if (!isMapping(libraries)) return undefined
    const packages = Object.entries(libraries).flatMap(
      ([alias, library]): readonly LockedPackage[] => {
        const { name, version } = libraryOf(library, value)
        if (name === undefined) return []
        const start = Math.max(
          0,
          source.text.search(
            new RegExp(`^[ \\t]*"?${alias.replaceAll('.', '\\.')}"?[ \\t]*=`, 'm'),
          ),
        )
        const end = source.text.indexOf('\n', start)
        return [
          {
            key: alias,
            ecosystem: 'Maven',
            name,
            version,
            start,
            end: end === -1 ? source.text.length : end,
            isDirect: true,
          },
        ]
      },
    )
    return succeed({ packages })
  },
}

function libraryOf(
  library: unknown,
  catalog: unknown,
): { readonly name: string | undefined; readonly version: string | undefined } {
  if (typeof library === 'string') {
    const [group, artifact, version] = library.split(':')
    return { name: artifact === undefined ? undefined : `${group ?? ''}:${artifact}`, version }
  }
  const [group, artifact] = [textAt(library, 'group'), textAt(library, 'name')]
  const name =
    textAt(library, 'module') ??
    (group === undefined || artifact === undefined ? undefined : `${group}:${artifact}`)
  const reference = valueAt(library, ['version', 'ref'])
  const version =
    typeof reference === 'string'
      ? valueAt(catalog, ['versions', reference])
      : memberOf(library, 'version')
  return {
    name,
    version: typeof version === 'string' && !/[[\](),+]/.test(version) ? version : undefined,
  }
}
