import { membersOf, spanOf } from '../model/document.ts'
import { afterColon, columnOf, lineFrom, skipBlanks } from './lines.ts'
import { isFlowNode, isListNode, type Sheet } from './sheet.ts'

/**
 * A member of a collection as it is written there: where its key (or a list's hyphen) and its value begin, where the
 * value ends. For an alias, start and end are those of the `*name` in this place.
 */
export interface Entry {
  readonly node: number
  /** The key, or the member's number in its list. */
  readonly step: string | number
  readonly head: number
  readonly start: number
  readonly end: number
}

/**
 * The members that are written in a collection itself, in the order of the text: not what a merge key brings in, and
 * not a list's members that are aliases. O(members).
 */
export function entriesOf(sheet: Sheet, node: number): readonly Entry[] {
  return isListNode(sheet, node) ? membersOfList(sheet, node) : fieldsOf(sheet, node)
}

function fieldsOf(sheet: Sheet, node: number): readonly Entry[] {
  const { layout } = sheet.document
  const entries: Entry[] = []
  let from = spanOf(layout, node).start
  for (const child of membersOf(layout, node)) {
    const { key, start, end } = spanOf(layout, child)
    // A merged field stands at its anchor, and anchors come first.
    if (key < from) continue
    const span =
      start < key
        ? aliasAfter(sheet.text, key)
        : start < end
          ? { start, end }
          : gapAt(sheet.text, end)
    if (span === undefined) continue
    entries.push({ node: child, step: layout.keys[child] ?? '', head: key, ...span })
    from = span.end
  }
  return entries
}

function aliasAfter(text: string, key: number): { start: number; end: number } | undefined {
  const start = skipBlanks(text, afterColon(text, key))
  if (text[start] !== '*') return undefined
  let end = start
  while (end < text.length && !' \t\r\n,]}'.includes(text[end] ?? '')) end++
  return { start, end }
}

// A value that is not written stands behind the blanks after its colon: YAML takes `a:,` for a text. Before a comment
// one of them has to stay.
function gapAt(text: string, colon: number): { start: number; end: number } {
  const after = skipBlanks(text, colon)
  const at = ',]}'.includes(text[after] ?? ' ') ? after : colon
  return { start: at, end: at }
}

function membersOfList(sheet: Sheet, node: number): readonly Entry[] {
  const { layout } = sheet.document
  const list = spanOf(layout, node)
  const isFlow = isFlowNode(sheet, node)
  const column = isFlow ? 0 : columnOf(sheet.source, list.start)
  const entries: Entry[] = []
  let from = list.start
  for (const [step, child] of membersOf(layout, node).entries()) {
    const { start, end } = spanOf(layout, child)
    // An alias stands at its anchor, and anchors come first.
    if (start < from) continue
    const head = isFlow ? start : step === 0 ? list.start : hyphenBefore(sheet, start, column)
    if (head < from) continue
    entries.push({ node: child, step, head, start, end })
    from = end
  }
  return entries
}

// Comments may stand between a hyphen and its member. All hyphens but the first begin their line.
function hyphenBefore({ source, text }: Sheet, start: number, column: number): number {
  let line = lineFrom(source, start)
  while (line > 0) {
    const hyphen = line + column
    if (text[hyphen] === '-' && skipBlanks(text, line) === hyphen) return hyphen
    line = lineFrom(source, line - 1)
  }
  return -1
}
