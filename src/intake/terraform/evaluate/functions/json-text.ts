import { isMap, isTuple, sortedMap, textOf, type Value } from '../value.ts'

/** A value that is known throughout, as `jsonencode` writes it. */
export function jsonText(value: Value): string {
  if (isTuple(value)) return `[${value.map(jsonText).join(',')}]`
  if (isMap(value)) {
    const members = [...sortedMap(value)].map(([key, of]) => `${quoted(key)}:${jsonText(of)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'string') return quoted(value)
  return textOf(value) ?? 'null'
}

// Go writes these so that JSON can stand in HTML.
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
