import { succeed } from '../../../base/result.ts'
import type { PackageScope } from '../../../model/package.ts'
import { isList, isMapping, memberOf } from '../../../model/part.ts'
import { textAt } from '../python/toml-packages.ts'
import type { LockedPackage, LockInput, LockReader, Root } from '../reader.ts'
import { spotText } from '../spot.ts'
import { readToml, type TomlTable } from '../text/toml-text.ts'

/** Cargo.lock, versions 1 to 4. Crates without a source are the repository's own. */
export const cargoLock: LockReader = {
  format: 'Cargo.lock',
  claims: (name) => name === 'Cargo.lock',
  read: (input) => {
    const toml = readToml(input.source)
    if (!toml.ok) return toml
    const tables = toml.value.tablesOf('package')
    const versions = new Map<string, readonly string[]>()
    for (const { value } of tables) {
      const [name = '', version = ''] = [textAt(value, 'name'), textAt(value, 'version')]
      versions.set(name, [...(versions.get(name) ?? []), version])
    }
    const packages = tables.flatMap((table) => crateOf(table, versions))
    const own = packages.filter(({ isOwn }) => isOwn === true)
    return succeed({
      packages,
      roots: own.length === 0 ? undefined : rootsOf(own, packages, input),
    })
  },
}

type Versions = ReadonlyMap<string, readonly string[]>

function crateOf({ value, start, end }: TomlTable, versions: Versions): readonly LockedPackage[] {
  const name = textAt(value, 'name')
  const version = textAt(value, 'version')
  if (name === undefined) return []
  const source = textAt(value, 'source')
  const dependencies = memberOf(value, 'dependencies')
  return [
    {
      key: `${name} ${version ?? ''}`,
      ecosystem: 'crates.io',
      name,
      version,
      start,
      end,
      needs: (isList(dependencies) ? dependencies : []).map((each) =>
        keyOf(String(each), versions),
      ),
      source: source?.startsWith('git+') === true ? source : undefined,
      integrity: textAt(value, 'checksum'),
      isOwn: source === undefined,
    },
  ]
}

// `name`, `name version` where there are several, `name version (source)` in the oldest form.
function keyOf(written: string, versions: Versions): string {
  const [name = '', version] = written.split(' ')
  return `${name} ${version ?? versions.get(name)?.[0] ?? ''}`
}

// What only tests and builds of the repository need is told by its Cargo.toml alone.
function rootsOf(
  own: readonly LockedPackage[],
  packages: readonly LockedPackage[],
  { beside }: LockInput,
): readonly Root[] {
  const source = beside('Cargo.toml')
  const toml = source && readToml(source)
  const manifest = toml?.ok === true ? toml.value.value : undefined
  const ownKeys = new Set(own.map(({ key }) => key))
  const names = new Map(packages.map(({ key, name }) => [key, name]))
  return own.flatMap(({ needs = [] }) =>
    needs.flatMap((key) => {
      const name = names.get(key)
      if (name === undefined || ownKeys.has(key)) return []
      const found =
        source &&
        new RegExp(
          `^[ \\t]*(?:\\[[\\w.'"()-]*dependencies\\.)?"?${name}"?[ \\t]*(?:[=.]|\\])`,
          'm',
        ).exec(source.text)
      const at = source && found ? spotText(source, found.index + found[0].search(/\S/)) : undefined
      return [{ key, name, scope: scopeIn(manifest, name), at }]
    }),
  )
}

function scopeIn(manifest: unknown, name: string): PackageScope {
  if (!isMapping(manifest)) return 'unknown'
  const isIn = (field: string): boolean => {
    const table = memberOf(manifest, field)
    return (
      isMapping(table) &&
      (name in table || Object.values(table).some((each) => textAt(each, 'package') === name))
    )
  }
  return (isIn('dev-dependencies') || isIn('dev_dependencies')) && !isIn('dependencies')
    ? 'development'
    : 'production'
}
