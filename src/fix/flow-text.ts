import { spanOf } from '../model/document.ts'
import type { Json } from '../model/edit.ts'
import { isList, isMapping } from '../model/part.ts'
import type { Entry } from './entries.ts'
import { afterColon, isBlank } from './lines.ts'
import { atomText, doubleQuoted, isAtom, type Quotes } from './scalars.ts'
import { isListNode, type Sheet } from './sheet.ts'

/** How the author of a collection in brackets writes its members. */
export interface FlowStyle {
  /** JSON: every text has double quotes. */
  readonly isJson: boolean
  /** What stands behind a key's colon, between two members, and inside of the brackets. */
  readonly gap: string
  readonly comma: string
  readonly padding: string
  readonly newline: string
  /** The indentation of members that have lines of their own, or undefined when they share one. */
  readonly margin: string | undefined
  /** By how much a deeper margin is wider. */
  readonly indent: string
}

/** The style where nothing shows it: JSON's when the whole document stands in brackets. */
export function outerStyle({ isFlow, newline }: Sheet): FlowStyle {
  return {
    isJson: isFlow,
    gap: ' ',
    comma: ', ',
    padding: '',
    newline,
    margin: undefined,
    indent: '  ',
  }
}

/** The style that a collection's own members show; `outer` is that of the collection around it. */
export function styleOf(
  sheet: Sheet,
  node: number,
  entries: readonly Entry[],
  outer: FlowStyle,
): FlowStyle {
  const { text, document } = sheet
  const { start, end } = spanOf(document.layout, node)
  const [first, second] = entries
  if (first === undefined) return outer
  const lead = text.slice(start + 1, first.head)
  const margin = marginOf(lead)
  const style = isListNode(sheet, node) ? outer : { ...outer, ...keyStyle(text, first, outer) }
  const between = second === undefined ? '' : text.slice(first.end, second.head)
  return {
    ...style,
    comma: /^, *$/.test(between) ? between : style.gap === '' ? ',' : ', ',
    padding: /^ *$/.test(lead) ? lead : '',
    margin,
    indent: margin === undefined ? outer.indent : indentOf(text, end - 1, margin, outer),
  }
}

/** A value as text inside a collection of that style. */
export function flowText(value: Json, style: FlowStyle, quotes: Quotes = 'plain'): string {
  if (isAtom(value)) return atomText(value, 'flow', style.isJson ? 'double' : quotes)
  const margin = style.margin === undefined ? undefined : style.margin + style.indent
  const inner = { ...style, margin }
  const parts = isList(value)
    ? value.map((member) => flowText(member, inner))
    : isMapping(value)
      ? fieldTexts(value, inner)
      : []
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}']
  const joined = parts.join(separator(inner))
  if (margin === undefined) return open + style.padding + joined + style.padding + close
  return `${open}${style.newline}${margin}${joined}${style.newline}${style.margin ?? ''}${close}`
}

/** The fields of a mapping of that style. */
export function fieldTexts(
  fields: Readonly<Record<string, Json>>,
  style: FlowStyle,
): readonly string[] {
  return Object.entries(fields).map(([key, value]) => {
    const name = style.isJson ? doubleQuoted(key) : atomText(key, 'flow')
    return `${name}:${style.gap}${flowText(value, style)}`
  })
}

/** What stands between two members. */
export function separator({ comma, margin, newline }: FlowStyle): string {
  return margin === undefined ? comma : `,${newline}${margin}`
}

function marginOf(lead: string): string | undefined {
  const line = lead.lastIndexOf('\n')
  if (line === -1) return undefined
  const margin = lead.slice(line + 1)
  return isBlank(margin, 0, margin.length) ? margin : undefined
}

function keyStyle(text: string, { head, start, end }: Entry, outer: FlowStyle) {
  const isJson = text[head] === '"'
  const gap = start === end ? outer.gap : text.slice(afterColon(text, head), start)
  // A key without quotes needs a blank behind its colon.
  return { isJson, gap: /^ *$/.test(gap) && (isJson || gap !== '') ? gap : ' ' }
}

// The closing bracket stands at the margin of the collection around.
function indentOf(text: string, bracket: number, margin: string, outer: FlowStyle): string {
  const closing = marginOf(text.slice(text.lastIndexOf('\n', bracket), bracket))
  if (closing === undefined || !margin.startsWith(closing) || margin === closing)
    return outer.indent
  return margin.slice(closing.length)
}
