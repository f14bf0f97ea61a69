import { quoted } from '../template/go-format.ts'
import { floatText } from '../template/go-number.ts'
import { give } from '../template/trouble.ts'
import { isDict, isList, sortedKeys, type Dict, type Value } from '../template/value.ts'

interface Writer {
  text: string
}

const MAX_DEPTH = 100

/** A map in TOML as BurntSushi/toml writes it: plain keys first, then tables; null is left out. */
export function tomlText(value: Value): string {
  if (!isDict(value)) return 'toml: top-level values must be Go maps or structs'
  const writer = { text: '' }
  writeTable(writer, value, [])
  return writer.text
}

function writeTable(writer: Writer, table: Dict, path: readonly string[]): void {
  if (path.length > MAX_DEPTH) give('a value is nested too deeply for TOML')
  const keys = sortedKeys(table)
  for (const key of keys) {
    const value = table.get(key) ?? null
    if (value === null || isTable(value)) continue
    writer.text += `${indentOf([...path, key])}${keyText(key)} = ${inline(value)}\n`
  }
  for (const key of keys) {
    const value = table.get(key) ?? null
    if (isDict(value)) writeSub(writer, value, [...path, key])
    else if (isList(value) && isTable(value)) writeTables(writer, value, [...path, key])
  }
}

function isTable(value: Value): boolean {
  if (isDict(value)) return true
  return isList(value) && value.length > 0 && value.every(isDict)
}

function writeSub(writer: Writer, table: Dict, path: readonly string[]): void {
  // Tables at the top are set apart.
  if (path.length === 1 && writer.text !== '') writer.text += '\n'
  writer.text += `${indentOf(path)}[${path.map(keyText).join('.')}]\n`
  writeTable(writer, table, path)
}

function writeTables(writer: Writer, tables: readonly Value[], path: readonly string[]): void {
  for (const table of tables) {
    if (!isDict(table)) continue
    if (writer.text !== '') writer.text += '\n'
    writer.text += `${indentOf(path)}[[${path.map(keyText).join('.')}]]\n`
    writeTable(writer, table, path)
  }
}

function indentOf(path: readonly string[]): string {
  return '  '.repeat(path.length - 1)
}

function keyText(key: string): string {
  return /^[\w-]+$/.test(key) ? key : quoted(key)
}

function inline(value: Value): string {
  if (isList(value)) return `[${value.map(inline).join(', ')}]`
  if (isDict(value)) {
    const members = sortedKeys(value).map(
      (key) => `${keyText(key)} = ${inline(value.get(key) ?? null)}`,
    )
    return `{${members.join(', ')}}`
  }
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'number': {
      const text = floatText(value)
      return /[e.]/.test(text) ? text : `${text}.0`
    }
    case 'object':
      return value === null ? '""' : quoted(value.text)
    default:
      return String(value)
  }
}
