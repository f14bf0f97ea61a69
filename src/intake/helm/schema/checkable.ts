import { give } from '../template/trouble.ts'

/** A value of JSON. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainMap

/** A mapping of JSON. */
interface PlainMap {
  readonly [key: string]: Plain
}

/** The editions of JSON Schema that differ in how they are checked. */
export type Draft = '7' | '2019' | '2020'

/** The word that is put into every part of a schema, so that its checks can be counted. */
export const STEP = 'portolan-step'

/** A schema that is safe to check with. */
interface Checkable {
  readonly draft: Draft
  readonly root: PlainMap | boolean
}

const MOST_PARTS = 100_000
const DEEPEST = 200
// Whether members are unique is asked of each pair of them.
const LONGEST_UNIQUE = 2_000

/** Readies a schema: its parts are counted when they are checked, and draft 4 is put into later words. O(both). */
export function checkable(schema: Plain, values: Plain): Checkable {
  if (typeof schema === 'boolean') return { draft: '2020', root: schema }
  if (!isMap(schema)) return give('its values.schema.json is no JSON schema')
  const draft = draftOf(schema['$schema'])
  const isLong = longestList(values) > LONGEST_UNIQUE
  const left = { parts: MOST_PARTS }
  const { $schema: _, ...root } = schema
  const ready = partOf(
    root,
    { isLong, isDraft4: /draft-0?4/.test(textOf(schema['$schema'])), left },
    0,
  )
  return { draft, root: isMap(ready) ? ready : true }
}

function draftOf(named: Plain | undefined): Draft {
  const name = textOf(named)
  if (/draft-0?[3467]/.test(name)) return '7'
  // Helm takes a schema that does not say for one of the latest edition.
  return name.includes('2019-09') ? '2019' : '2020'
}

function textOf(value: Plain | undefined): string {
  return typeof value === 'string' ? value : ''
}

interface Terms {
  readonly isLong: boolean
  readonly isDraft4: boolean
  readonly left: { parts: number }
}

// Under these words stand values, and maps whose members are schemas.
const VALUES = new Set(['enum', 'const', 'default', 'examples', 'example', 'required'])
const MAPS = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependentSchemas',
  'dependencies',
])

function partOf(value: Plain, terms: Terms, depth: number): Plain {
  if (depth > DEEPEST || terms.left.parts-- <= 0) give('its values.schema.json is too large')
  const inside = (each: Plain): Plain => partOf(each, terms, depth + 1)
  if (isList(value)) return value.map(inside)
  if (!isMap(value)) return value
  const members = Object.entries(value).flatMap(([key, member]) => {
    if (key === 'uniqueItems' && terms.isLong) return []
    const older = terms.isDraft4 ? fromDraft4(key, member, value) : undefined
    return older ?? [[key, withinWord(key, member, inside)] as const]
  })
  return Object.fromEntries([...members, [STEP, true]])
}

function withinWord(key: string, member: Plain, inside: (schema: Plain) => Plain): Plain {
  if (VALUES.has(key)) return member
  if (!MAPS.has(key) || !isMap(member)) return inside(member)
  return Object.fromEntries(Object.entries(member).map(([name, each]) => [name, inside(each)]))
}

// Draft 4 says with `true` that a bound itself is out.
function fromDraft4(
  key: string,
  member: Plain,
  all: PlainMap,
): readonly (readonly [string, Plain])[] | undefined {
  if (key === 'id') return []
  const bound = key === 'exclusiveMinimum' ? 'minimum' : key === 'exclusiveMaximum' ? 'maximum' : ''
  if (bound === '' || typeof member !== 'boolean') return undefined
  return member ? [[key, all[bound] ?? 0]] : []
}

function longestList(value: Plain): number {
  if (isList(value)) return Math.max(value.length, ...value.slice(0, 10_000).map(longestList))
  return isMap(value) ? Math.max(0, ...Object.values(value).slice(0, 10_000).map(longestList)) : 0
}

function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}
