import { succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import { isList, memberOf } from '../../../../model/part.ts'
import type { LockReader } from '../../reader.ts'
import { readToml } from '../../text/toml-text.ts'
import { groupScope, projectRoots } from '../project.ts'
import { textAt, tomlPackage } from '../toml-packages.ts'

/** poetry.lock, whose first form tells a `category` and whose second `groups`. */
export const poetryLock: LockReader = {
  format: 'poetry.lock',
  claims: (name) => name === 'poetry.lock',
  read: (input) => {
    const toml = readToml(input.source)
    if (!toml.ok) return toml
    const packages = toml.value.tablesOf('package').flatMap((table) => {
      const each = tomlPackage(table)
      const isOwn = ['directory', 'file'].includes(
        textAt(memberOf(table.value, 'source'), 'type') ?? '',
      )
      return each === undefined ? [] : [{ ...each, scope: scopeOf(table.value), isOwn }]
    })
    return succeed({ packages, roots: projectRoots(input) })
  },
}

function scopeOf(value: unknown): PackageScope | undefined {
  const category = textAt(value, 'category')
  if (category !== undefined) return category === 'dev' ? 'development' : 'production'
  const groups = memberOf(value, 'groups')
  return isList(groups) ? scopeOfGroups(groups) : undefined
}

/** What a package is for that stands in several groups: production, if any of them is. */
export function scopeOfGroups(groups: readonly unknown[]): PackageScope {
  const scopes = groups.map((group) => groupScope(String(group)))
  return scopes.includes('production') ? 'production' : 'development'
}
