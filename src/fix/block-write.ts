import type { Json } from '../model/edit.ts'
import { isList } from '../model/part.ts'
import { appendLines } from './block-lines.ts'
import { blockLines, indented } from './block-text.ts'
import type { Entry } from './entries.ts'
import { afterColon, columnOf, lineEnd } from './lines.ts'
import { atomText, isAtom, quotesAt } from './scalars.ts'
import { isBlockNode, type Sheet } from './sheet.ts'
import { deletion, insertion, replacement, type Splice } from './splice.ts'

/** Writes a value over that of a field in a block mapping. A comment on the line of the key stays there. */
export function writeField(sheet: Sheet, entry: Entry, value: Json): readonly Splice[] {
  const { text, habits, source } = sheet
  const colon = afterColon(text, entry.head)
  if (isAtom(value)) {
    if (!isNestedBelow(sheet, entry)) return writeAtom(text, entry, value)
    return [
      insertion(colon, ` ${atomText(value, 'block')}`),
      ...removeBelow(text, colon, entry.end),
    ]
  }
  const indent = isList(value) ? habits.listIndent : habits.mappingIndent
  const lines = indented(blockLines(value, habits), columnOf(source, entry.head) + indent)
  const end = isNestedBelow(sheet, entry) ? colon : endOfHead(text, entry)
  const below = removeBelow(text, end, entry.end)
  return [deletion(colon, end), ...appendLines(sheet, end, lines), ...below]
}

/** Writes a value over a member of a block list. */
export function writeMember(sheet: Sheet, entry: Entry, value: Json): readonly Splice[] {
  const { text, habits, source } = sheet
  if (isAtom(value)) return writeAtom(text, entry, value)
  const isUnwritten = entry.start === entry.end
  const column = isUnwritten ? columnOf(source, entry.head) + 2 : columnOf(source, entry.start)
  const [first = '', ...others] = blockLines(value, habits)
  const head = endOfHead(text, entry)
  return [
    replacement(entry.start, head, isUnwritten ? ` ${first}` : first),
    ...appendLines(sheet, head, indented(others, column)),
    ...removeBelow(text, head, entry.end),
  ]
}

// Whether the value stands by indentation on the lines below its key. Aliases stand on the line of the key.
function isNestedBelow(sheet: Sheet, { node, start }: Entry): boolean {
  return isBlockNode(sheet, node) && sheet.text[start] !== '*'
}

// A block scalar has its indicator (`|-`) in the line of the key, perhaps a comment behind it, and its text below.
function endOfHead(text: string, { start, end }: Entry): number {
  if (start === end || !'|>'.includes(text[start] ?? '')) return end
  let at = start
  while (at < end && !' \t\r\n'.includes(text[at] ?? '')) at++
  return at
}

// Takes away what is left of a value on the lines below that of `head`.
function removeBelow(text: string, head: number, end: number): readonly Splice[] {
  const from = lineEnd(text, head)
  return from < end ? [deletion(from, lineEnd(text, end))] : []
}

function writeAtom(text: string, entry: Entry, value: Json): readonly Splice[] {
  const { start, end } = entry
  if (start === end) return [insertion(start, ` ${atomText(value, 'block')}`)]
  const head = endOfHead(text, entry)
  const written = atomText(value, 'block', quotesAt(text, start))
  return [replacement(start, head, written), ...(head < end ? removeBelow(text, head, end) : [])]
}
