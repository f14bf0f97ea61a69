import { succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import { isMapping, memberOf } from '../../../../model/part.ts'
import type { LockedPackage, LockInput, LockReader, Root } from '../../reader.ts'
import { readToml, type TomlTable } from '../../text/toml-text.ts'
import { askedAt, normalName } from '../names.ts'
import { namesIn, textAt, tomlPackage } from '../toml-packages.ts'

// Packages that stand in the repository itself.
const OWN = ['editable', 'virtual', 'directory', 'workspace']

/** uv.lock: the repository's own packages are in it, and what they need are the direct dependencies. */
export const uvLock: LockReader = {
  format: 'uv.lock',
  claims: (name) => name === 'uv.lock',
  read: (input) => {
    const toml = readToml(input.source)
    if (!toml.ok) return toml
    const tables = toml.value.tablesOf('package')
    const packages = tables.flatMap((table): readonly LockedPackage[] => {
      const each = tomlPackage(table)
      return each === undefined ? [] : [{ ...each, isOwn: isOwn(table) }]
    })
    const roots = tables.filter(isOwn).flatMap((table) => rootsOf(table, input))
    return succeed({ packages, roots: roots.length === 0 ? undefined : roots })
  },
}

function isOwn({ value }: TomlTable): boolean {
  const source = memberOf(value, 'source')
  return OWN.some((kind) => textAt(source, kind) !== undefined)
}

function rootsOf({ value }: TomlTable, { beside }: LockInput): readonly Root[] {
  const source = memberOf(value, 'source')
  const folder = OWN.map((kind) => textAt(source, kind)).find((path) => path !== undefined) ?? '.'
  const manifest = beside(folder === '.' ? 'pyproject.toml' : `${folder}/pyproject.toml`)
  const rootsIn = (list: unknown, scope: PackageScope): readonly Root[] =>
    namesIn(list).map((name) => ({
      key: normalName(name),
      name,
      scope,
      at: askedAt(manifest, name),
    }))
  return [
    ...rootsIn(memberOf(value, 'dependencies'), 'production'),
    ...listsIn(memberOf(value, 'optional-dependencies')).flatMap((list) =>
      rootsIn(list, 'production'),
    ),
    ...listsIn(memberOf(value, 'dev-dependencies')).flatMap((list) => rootsIn(list, 'development')),
  ]
}

function listsIn(value: unknown): readonly unknown[] {
  return isMapping(value) ? Object.values(value) : []
}
