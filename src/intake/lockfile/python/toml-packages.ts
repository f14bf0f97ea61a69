import { isList, isMapping, memberOf, valueAt } from '../../../model/part.ts'
import type { LockedPackage } from '../reader.ts'
import type { TomlTable } from '../text/toml-text.ts'
import { normalName } from './names.ts'

/** A package as poetry.lock, pdm.lock, uv.lock and pylock.toml write it; `undefined` without a name. */
export function tomlPackage({ value, start, end }: TomlTable): LockedPackage | undefined {
  const name = textAt(value, 'name')
  if (name === undefined) return undefined
  return {
    key: normalName(name),
    ecosystem: 'PyPI',
    name,
    version: textAt(value, 'version'),
    start,
    end,
    needs: needsOf(value).map(normalName),
    source: sourceOf(value),
    integrity: hashOf(value),
  }
}

/** The text of a member. */
export function textAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key)
  return typeof member === 'string' ? member : undefined
}

// poetry: a table of names; pdm: requirements; uv: tables with a name, extras among them.
function needsOf(value: unknown): readonly string[] {
  const dependencies = memberOf(value, 'dependencies')
  const optional = memberOf(value, 'optional-dependencies')
  return [dependencies, ...(isMapping(optional) ? Object.values(optional) : [])].flatMap(namesIn)
}

/** The names in a list or table of dependencies. */
export function namesIn(dependencies: unknown): readonly string[] {
  if (isMapping(dependencies)) return Object.keys(dependencies)
  if (!isList(dependencies)) return []
  return dependencies.flatMap((each) => {
    const text = typeof each === 'string' ? /^[\w.-]{1,200}/.exec(each)?.[0] : textAt(each, 'name')
    return text ?? []
  })
}

function sourceOf(value: unknown): string | undefined {
  const source = memberOf(value, 'source')
  const address =
    textAt(source, 'git') ?? (textAt(source, 'type') === 'git' ? textAt(source, 'url') : undefined)
  return (address ?? textAt(value, 'git') ?? textAt(memberOf(value, 'vcs'), 'url'))?.replace(
    /\/\/[^/@]*@/,
    '//',
  )
}

function hashOf(value: unknown): string | undefined {
  const files = memberOf(value, 'files')
  const first = isList(files) ? valueAt(files, [0, 'hash']) : valueAt(value, ['sdist', 'hash'])
  return typeof first === 'string' ? first : undefined
}
