import { isList, isMapping } from '../../../model/part.ts'
import { INVALID, isMap, isTuple, isUnknown, sortedMap, type Value } from './value.ts'

/** A value out of JSON or YAML. */
export function fromPlain(value: unknown): Value {
  if (isList(value)) return value.map(fromPlain)
  if (isMapping(value)) {
    return sortedMap(Object.entries(value).map(([key, member]) => [key, fromPlain(member)]))
  }
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value
    default:
      return value === null ? null : INVALID
  }
}

/** A value as the model holds it; what cannot be told is text with holes, which it takes for a placeholder. */
export function toPlain(value: Value): unknown {
  if (isUnknown(value)) return value.text
  if (isTuple(value)) return value.map(toPlain)
  return isMap(value)
    ? Object.fromEntries([...value].map(([key, member]) => [key, toPlain(member)]))
    : value
}
