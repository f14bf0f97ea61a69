import type { Mark } from '../../../model/making.ts'
import { floatText, jsonNumber } from '../template/go-number.ts'
import { markOf } from '../template/marks.ts'
import { writtenPiece, type Piece, type Trace } from '../template/trace.ts'
import { give } from '../template/trouble.ts'
import { isDict, isList, type Dict, type Value } from '../template/value.ts'
import { folded, type FoldPlace } from './fold.ts'
import { byKey } from './key-order.ts'
import { doubleQuoted, literal, styleOf } from './yaml-scalar.ts'

/** How lists inside of maps stand: at the keys' own column, or further in. */
interface Layout {
  readonly isListIndented: boolean
}

interface Writer extends Layout {
  readonly lines: Piece[]
  readonly mark: Mark | undefined
  text: string
  /** How many signs its last line has. */
  column: number
  depth: number
}

const MAX_DEPTH = 500

/**
 * A value in YAML as sigs.k8s.io/yaml writes it, without a line break at the end. Each line knows where its value is
 * written; `mark` is what wrote it here. O(values); throws Trouble for values too deep.
 */
export function yamlText(
  value: Value,
  mark: Mark | undefined,
  { isListIndented }: Layout = { isListIndented: false },
): Trace {
  const writer: Writer = { lines: [], mark, text: '', column: 0, depth: 0, isListIndented }
  if (isDict(value) && value.size > 0) writeDict(writer, value, '', true)
  else if (isList(value) && value.length > 0) writeList(writer, value, '', true)
  else putScalar(writer, value, { lead: '', indent: '  ', decider: undefined })
  return { text: writer.text, pieces: writer.lines }
}

function put(writer: Writer, text: string, decider: Mark | undefined): void {
  writer.text += text
  const lineBreak = text.lastIndexOf('\n')
  writer.column = lineBreak === -1 ? writer.column + text.length : text.length - lineBreak - 1
  if (writer.mark === undefined) return
  writer.lines.push(writtenPiece(text.length, writer.mark, decider))
}

function putScalar(
  writer: Writer,
  value: Value,
  place: { readonly lead: string; readonly indent: string; readonly decider: Mark | undefined },
): void {
  const { lead, indent, decider } = place
  // The pretty form is another library's, which never cuts.
  const column = writer.isListIndented ? -Infinity : writer.column + lead.length
  put(writer, lead + scalarText(value, { column, indent }), decider)
}

// `isInline`: the first entry continues a line that is begun, as behind a dash.
function writeDict(writer: Writer, dict: Dict, indent: string, isInline: boolean): void {
  descend(writer)
  let isFirst = isInline
  for (const key of [...dict.keys()].sort(byKey)) {
    const decider = markOf(dict, key)
    const lead = isFirst ? '' : `\n${indent}`
    isFirst = false
    const value = dict.get(key) ?? null
    const name = keyText(key)
    // A key that long is written in the long form.
    const isLong = Buffer.byteLength(key) > 128 || (name.startsWith('"') && key.includes('\n'))
    put(writer, isLong ? `${lead}? ${name}\n${indent}:` : `${lead}${name}:`, decider)
    writeMember(writer, value, indent, decider)
  }
  writer.depth--
}

function writeMember(
  writer: Writer,
  value: Value,
  indent: string,
  decider: Mark | undefined,
): void {
  if (isDict(value) && value.size > 0) {
    put(writer, `\n${indent}  `, decider)
    writeDict(writer, value, `${indent}  `, true)
  } else if (isList(value) && value.length > 0) {
    const inner = writer.isListIndented ? `${indent}  ` : indent
    put(writer, `\n${inner}`, decider)
    writeList(writer, value, inner, true)
  } else putScalar(writer, value, { lead: ' ', indent: `${indent}  `, decider })
}

function writeList(
  writer: Writer,
  list: readonly Value[],
  indent: string,
  isInline: boolean,
): void {
  descend(writer)
  list.forEach((value, index) => {
    const decider = markOf(list, index)
    put(writer, index === 0 && isInline ? '- ' : `\n${indent}- `, decider)
    const inner = `${indent}  `
    if (isDict(value) && value.size > 0) writeDict(writer, value, inner, true)
    else if (isList(value) && value.length > 0) writeList(writer, value, inner, true)
    else putScalar(writer, value, { lead: '', indent: inner, decider })
  })
  writer.depth--
}

function descend(writer: Writer): void {
  if (++writer.depth > MAX_DEPTH) give('a value is nested too deeply for YAML, or holds itself')
}

function keyText(key: string): string {
  return textBy(key, true, { column: -Infinity, indent: '' })
}

function scalarText(value: Value, place: FoldPlace): string {
  switch (typeof value) {
    case 'string':
      return textBy(value, false, place)
    case 'number':
      return numberText(value)
    case 'boolean':
    case 'bigint':
      return String(value)
    default:
      if (value === null) return 'null'
      if (isDict(value)) return '{}'
      return isList(value) ? '[]' : textBy(value.text, false, place)
  }
}

// The library writes JSON first and reads it again: a whole number comes out as one, whatever its size.
function numberText(value: number): string {
  // JSON's -0 is read as the whole number 0.
  const json = jsonNumber(value === 0 ? 0 : value)
  return /^-?\d{1,19}$/.test(json) ? json : floatText(value)
}

function textBy(text: string, isKey: boolean, place: FoldPlace): string {
  const style = styleOf(text, isKey)
  switch (style) {
    case 'plain':
      return folded(text, style, place)
    case 'single':
      return folded(`'${text.replaceAll("'", "''")}'`, style, place)
    case 'double':
      return folded(doubleQuoted(text), style, place)
    case 'literal':
      return literal(text, place.indent)
  }
}
