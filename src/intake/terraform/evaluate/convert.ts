import type { Expression } from '../hcl/syntax.ts'
import { jsonText } from './functions/json-text.ts'
import {
  compareText,
  INVALID,
  isMap,
  isTuple,
  isUnknown,
  isWhole,
  numberOf,
  sortedMap,
  textOf,
  truthOf,
  type Value,
} from './value.ts'

/** A type constraint. Members of an object may be optional, with a default for where they are missing or null. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | ListType
  | { readonly kind: 'map'; readonly of: Type }
  | { readonly kind: 'tuple'; readonly of: readonly Type[] }
  | { readonly kind: 'object'; readonly of: ReadonlyMap<string, MemberType> }

interface ListType {
  readonly kind: 'list' | 'set'
  readonly of: Type
}

interface MemberType {
  readonly type: Type
  readonly isOptional: boolean
  readonly default: Expression | undefined
}

const ANY: Type = { kind: 'any' }

/** The type that the `type` argument of a variable names; `any` where it is none. */
export function typeOf(of: Expression | undefined): Type {
  switch (of?.kind) {
    case 'name':
      return plainType(of.name)
    case 'literal':
      return plainType(String(of.value))
    case 'group':
      return typeOf(of.of)
    case 'call':
      return compoundType(of.name, of.arguments[0])
    default:
      return ANY
  }
}

function plainType(name: string): Type {
  if (name === 'string' || name === 'number' || name === 'bool') return { kind: name }
  // Before Terraform 0.12, collections named no type of their members.
  return name === 'list' || name === 'map' || name === 'set' ? { kind: name, of: ANY } : ANY
}

function compoundType(name: string, of: Expression | undefined): Type {
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, of: typeOf(of) }
    case 'tuple':
      return { kind: name, of: of?.kind === 'tuple' ? of.items.map(typeOf) : [] }
    case 'object':
      return { kind: name, of: of?.kind === 'object' ? membersOf(of) : new Map() }
    default:
      return ANY
  }
}

function membersOf(
  of: Extract<Expression, { readonly kind: 'object' }>,
): ReadonlyMap<string, MemberType> {
  const members = new Map<string, MemberType>()
  for (const { key, value } of of.members) {
    const name = key.kind === 'name' ? key.name : key.kind === 'literal' ? String(key.value) : ''
    const isOptional = value.kind === 'call' && value.name === 'optional'
    const [type, fallback] = isOptional ? value.arguments : [value]
    members.set(name, { type: typeOf(type), isOptional, default: fallback })
  }
  return members
}

/**
 * A value as the type wants it, INVALID where it cannot be that. Unknown values stay as they are. `evaluate` gives the
 * defaults of optional members, which are constants.
 */
export function convert(
  value: Value,
  type: Type,
  evaluate: (of: Expression) => Value = () => null,
): Value {
  if (value === null || isUnknown(value)) return value
  switch (type.kind) {
    case 'any':
      return value
    case 'string':
      return textOf(value) ?? INVALID
    case 'number':
      return typeof value === 'bigint' ? value : (numberOf(value) ?? INVALID)
    case 'bool':
      return truthOf(value) ?? INVALID
    case 'list':
    case 'set':
      return toList(value, type, evaluate)
    case 'map':
      return isMap(value) ? mapped(value, type.of, evaluate) : INVALID
    case 'tuple':
      if (!isTuple(value)) return INVALID
      return value.map((item, index) => convert(item, type.of[index] ?? ANY, evaluate))
    case 'object':
      return isMap(value) ? toObject(value, type.of, evaluate) : INVALID
  }
}

type Evaluate = (of: Expression) => Value

function toList(value: Value, type: ListType, evaluate: Evaluate): Value {
  if (!isTuple(value)) return INVALID
  const items = value.map((item) => convert(item, type.of, evaluate))
  return type.kind === 'set' ? setOf(items) : items
}

/** The members of a set in Terraform's order, each once. */
export function setOf(items: readonly Value[]): readonly Value[] {
  const distinct = distinctOf(items)
  return distinct.every((item) => typeof item === 'string')
    ? distinct.toSorted(compareText)
    : distinct
}

/** The values, each once; of unknown ones nobody can tell whether they are the same. O(values). */
export function distinctOf(items: readonly Value[]): readonly Value[] {
  const texts = new Set<Value>()
  const kept: Value[] = []
  for (const item of items) {
    const isScalar = typeof item !== 'object' || item === null
    const key = isScalar ? item : isWhole(item) ? `\u0000${jsonText(item)}` : undefined
    if (key !== undefined && texts.has(key)) continue
    if (key !== undefined) texts.add(key)
    kept.push(item)
  }
  return kept
}

function mapped(value: ReadonlyMap<string, Value>, type: Type, evaluate: Evaluate): Value {
  return sortedMap([...value].map(([key, member]) => [key, convert(member, type, evaluate)]))
}

function toObject(
  value: ReadonlyMap<string, Value>,
  types: ReadonlyMap<string, MemberType>,
  evaluate: Evaluate,
): Value {
  const members = new Map<string, Value>()
  for (const [name, { type, isOptional, default: fallback }] of types) {
    const given = value.get(name)
    if (given === undefined && !isOptional) return INVALID
    const isMissing = given === undefined || given === null
    const member = isMissing && fallback !== undefined ? evaluate(fallback) : (given ?? null)
    members.set(name, convert(member, type, evaluate))
  }
  return sortedMap(members)
}
