import { isMap, isTuple, sortedMap, textOf, type Value } from '../value.ts'

/** A value that is known throughout, as `yamlencode` writes it. */
export function yamlText(value: Value): string {
  return `${nodeText(value, '').replace(/^\n/, '')}\n`
}

// A collection begins with the line break that ends its key's line; the root's goes.
function nodeText(value: Value, indent: string): string {
  if (isTuple(value) && value.length > 0) {
    return value.map((item) => `\n${indent}- ${itemText(item, indent)}`).join('')
  }
  if (isMap(value) && value.size > 0) {
    return [...sortedMap(value)]
      .map(([key, of]) => `\n${indent}${JSON.stringify(key)}:${memberText(of, indent)}`)
      .join('')
  }
  return scalarText(value)
}

function itemText(item: Value, indent: string): string {
  return nodeText(item, `${indent}  `).trimStart()
}

function memberText(value: Value, indent: string): string {
  const inner = isTuple(value) ? indent : `${indent}  `
  const text = nodeText(value, inner)
  return text.startsWith('\n') ? text : ` ${text}`
}

function scalarText(value: Value): string {
  if (isTuple(value)) return '[]'
  if (isMap(value)) return '{}'
  return typeof value === 'string' ? JSON.stringify(value) : (textOf(value) ?? 'null')
}
