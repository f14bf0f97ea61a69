import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { isList, isMapping, isPlaceholder, memberOf } from '../../src/model/part.ts'

// Types are named (`#apps.v1.DeploymentSpec`), lists (`[string`), maps (`{string`), plain, or `any`; `!` ends the names
// of fields that have to be there. What an API server takes for a number or a text (quantities, ports) is `any`.
const TABLE = v.parse(
  v.object({
    source: v.string(),
    read: v.string(),
    kinds: v.record(v.string(), v.string()),
    types: v.record(v.string(), v.record(v.string(), v.string())),
  }),
  JSON.parse(readFileSync(join(import.meta.dirname, 'kubernetes-fields.json'), 'utf8')),
)

/** What an API server would refuse of an object, field by field; undefined for a kind that is not in the table. */
export function refusals(object: unknown): readonly string[] | undefined {
  const type = TABLE.kinds[kindOf(object)]
  return type === undefined ? undefined : ofType(object, type, '')
}

/** The version and kind of an object, as the table names them. */
export function kindOf(object: unknown): string {
  return `${String(memberOf(object, 'apiVersion'))} ${String(memberOf(object, 'kind'))}`
}

function ofType(value: unknown, name: string, path: string): readonly string[] {
  const fields = TABLE.types[name] ?? {}
  if (!isMapping(value)) return [`${path}: no mapping`]
  const known = new Map(Object.entries(fields).map(([key, type]) => [key.replace('!', ''), type]))
  const missing = Object.keys(fields)
    .filter((key) => key.endsWith('!') && !(key.slice(0, -1) in value))
    .map((key) => `${path}.${key.slice(0, -1)}: missing`)
  const wrong = Object.entries(value).flatMap(([key, member]) => {
    const type = known.get(key)
    return type === undefined
      ? [`${path}.${key}: unknown`]
      : ofShape(member, type, `${path}.${key}`)
  })
  return [...missing, ...wrong]
}

function ofShape(value: unknown, type: string, path: string): readonly string[] {
  // A null is dropped, and what stands for a placeholder nobody knows.
  if (type === 'any' || value === null || isHidden(value)) return []
  const inner = type.slice(1)
  switch (type.charAt(0)) {
    case '#':
      return ofType(value, inner, path)
    case '[':
      return isList(value)
        ? value.flatMap((member, index) => ofShape(member, inner, `${path}[${index}]`))
        : [`${path}: no list`]
    case '{':
      return isMapping(value)
        ? Object.entries(value).flatMap(([key, member]) => ofShape(member, inner, `${path}.${key}`))
        : [`${path}: no mapping`]
    default:
      return isPlain(value, type) ? [] : [`${path}: no ${type}`]
  }
}

function isHidden(value: unknown): boolean {
  return typeof value === 'string' && isPlaceholder(value)
}

function isPlain(value: unknown, type: string): boolean {
  if (type !== 'integer') return typeof value === type
  return typeof value === 'bigint' || Number.isInteger(value)
}
