import type { PackageScope } from '../../../model/package.ts'
import { isList, isMapping, memberOf, valueAt } from '../../../model/part.ts'
import type { LockInput, Root } from '../reader.ts'
import { readToml } from '../text/toml-text.ts'
import { askedAt, normalName, requirementIn } from './names.ts'

/**
 * The direct dependencies that the pyproject.toml beside a lock file asks for (PEP 621, PEP 735, poetry, pdm, uv);
 * undefined without one. Keys are normalised names.
 */
export function projectRoots({ beside }: LockInput): readonly Root[] | undefined {
  const source = beside('pyproject.toml')
  const toml = source && readToml(source)
  if (toml?.ok !== true) return undefined
  const { value } = toml.value
  const roots = [...standard(value), ...poetry(value)]
  return roots.map(([name, scope]) => ({
    key: normalName(name),
    name,
    scope,
    at: askedAt(source, name),
  }))
}

type Named = readonly [string, PackageScope]

function standard(value: unknown): readonly Named[] {
  const production = [
    valueAt(value, ['project', 'dependencies']),
    ...values(valueAt(value, ['project', 'optional-dependencies'])),
  ]
  const development = [
    ...values(memberOf(value, 'dependency-groups')),
    ...values(valueAt(value, ['tool', 'pdm', 'dev-dependencies'])),
    valueAt(value, ['tool', 'uv', 'dev-dependencies']),
  ]
  return [
    ...production.flatMap(required).map((name): Named => [name, 'production']),
    ...development.flatMap(required).map((name): Named => [name, 'development']),
  ]
}

function poetry(value: unknown): readonly Named[] {
  const own = valueAt(value, ['tool', 'poetry'])
  const groups = isMapping(memberOf(own, 'group'))
    ? Object.entries(Object(memberOf(own, 'group')))
    : []
  const production = keysOf(memberOf(own, 'dependencies')).filter((name) => name !== 'python')
  return [
    ...production.map((name): Named => [name, 'production']),
    ...keysOf(memberOf(own, 'dev-dependencies')).map((name): Named => [name, 'development']),
    ...groups.flatMap(([group, each]) =>
      keysOf(memberOf(each, 'dependencies')).map((name): Named => [name, groupScope(group)]),
    ),
  ]
}

/** What a group of dependencies is for: `main` and `default` are installed wherever the project is. */
export function groupScope(group: string): PackageScope {
  return group === 'main' || group === 'default' ? 'production' : 'development'
}

function required(list: unknown): readonly string[] {
  if (!isList(list)) return []
  return list.flatMap((text) =>
    typeof text === 'string' ? (requirementIn(text.replace(/^-e\s*/, ''))?.name ?? []) : [],
  )
}

function values(value: unknown): readonly unknown[] {
  return isMapping(value) ? Object.values(value) : []
}

function keysOf(value: unknown): readonly string[] {
  return isMapping(value) ? Object.keys(value) : []
}
