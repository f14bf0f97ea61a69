import { isMap, isTuple, isUnknown, sortedMap, unknownText, type Value } from '../value.ts'
import { jsonText } from './json-text.ts'

/** The JSON of a value some of which is unknown: a hole in quotes stands there. */
export function partialJson(value: Value): Value {
  return unknownText(jsonText(holed(value)))
}

function holed(value: Value): Value {
  if (isUnknown(value)) return value.text
  if (isTuple(value)) return value.map(holed)
  return isMap(value) ? sortedMap([...value].map(([key, of]) => [key, holed(of)])) : value
}
