import { spanOf } from '../model/document.ts'
import type { Within } from './changes.ts'
import { entriesOf, type Entry } from './entries.ts'
import { fieldTexts, flowText, separator, styleOf, type FlowStyle } from './flow-text.ts'
import { endsLine, isBlank, breakBefore, lineEnd, lineFrom, skipBlanks } from './lines.ts'
import { pairEntries, type Changed, type Pairing } from './pairing.ts'
import { quotesAt } from './scalars.ts'
import type { Sheet } from './sheet.ts'
import { deletion, insertion, replacement, type Splice } from './splice.ts'

/** The splices for a collection in brackets, JSON or not. `outer` is the style of what surrounds it. */
export function spliceFlow(
  sheet: Sheet,
  node: number,
  change: Within,
  outer: FlowStyle,
): readonly Splice[] {
  const entries = entriesOf(sheet, node)
  const style = styleOf(sheet, node, entries, outer)
  const pairing = pairEntries(entries, change)
  const parts = newParts(sheet, pairing, style)
  const inner = pairing.changed.flatMap((changed) => spliceEntry(sheet, changed, style))
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return fillBrackets(sheet, node, parts)
  if (pairing.kept.length === 0) {
    return [replacement(first.head, last.end, parts.join(separator(style)))]
  }
  const isLined =
    style.margin !== undefined &&
    [...pairing.removed, last].every((entry) => hasOwnLine(sheet, entry))
  return [
    ...inner,
    ...(isLined ? joinLines(sheet, pairing, parts, style) : joinParts(pairing, parts, style)),
  ]
}

function newParts(sheet: Sheet, pairing: Pairing, style: FlowStyle): readonly string[] {
  const last = pairing.entries.at(-1)
  const quotes = last === undefined ? 'plain' : quotesAt(sheet.text, last.start)
  return [
    ...fieldTexts(pairing.gained, style),
    ...pairing.appended.map((member) => flowText(member, style, quotes)),
  ]
}

function spliceEntry(sheet: Sheet, changed: Changed, style: FlowStyle): readonly Splice[] {
  const { entry, change } = changed
  switch (change.kind) {
    case 'within':
      return spliceFlow(sheet, entry.node, change, style)
    case 'write': {
      const { start, end } = entry
      const text = flowText(change.value, style, quotesAt(sheet.text, start))
      return [start === end ? insertAfterColon(sheet, start, text) : replacement(start, end, text)]
    }
    case 'remove':
      return []
  }
}

function insertAfterColon({ text }: Sheet, at: number, value: string): Splice {
  return insertion(at, text[at - 1] === ' ' ? value : ` ${value}`)
}

// Nothing is written in these brackets but what comes from elsewhere (`{<<: *anchor}`).
function fillBrackets(sheet: Sheet, node: number, parts: readonly string[]): readonly Splice[] {
  if (parts.length === 0) return []
  const { end } = spanOf(sheet.document.layout, node)
  return [insertion(end - 1, `, ${parts.join(', ')}`)]
}

// Members that share a line: what is removed takes its comma along.
function joinParts(
  pairing: Pairing,
  parts: readonly string[],
  style: FlowStyle,
): readonly Splice[] {
  const { entries, kept, removed } = pairing
  const end = kept.at(-1)?.end ?? 0
  const added = parts.map((part) => separator(style) + part).join('')
  const deletions = entries.flatMap((entry, index) => {
    if (!removed.has(entry)) return []
    if (entry.head > end) return [deletion(end, entry.end)]
    return [deletion(entry.head, entries[index + 1]?.head ?? entry.end)]
  })
  return parts.length === 0 ? deletions : [insertion(end, added), ...deletions]
}

// Members with lines of their own: what is removed takes its line along, with the comment there.
function joinLines(
  sheet: Sheet,
  pairing: Pairing,
  parts: readonly string[],
  style: FlowStyle,
): readonly Splice[] {
  const { text, newline } = sheet
  const end = pairing.kept.at(-1)?.end ?? 0
  const isTrailing = afterComma(text, pairing.entries.at(-1)?.end ?? 0) !== undefined
  const comma = afterComma(text, end)
  const splices: Splice[] = []
  if (parts.length > 0) {
    const lines = newline + (style.margin ?? '') + parts.join(separator(style))
    if (comma === undefined) splices.push(insertion(end, ','))
    splices.push(insertion(lineEnd(text, comma ?? end), isTrailing ? `${lines},` : lines))
  } else if (comma !== undefined && !isTrailing) splices.push(deletion(end, comma))
  return [...splices, ...[...pairing.removed].map((entry) => removeLine(sheet, entry))]
}

function removeLine({ source, text }: Sheet, { head, end }: Entry): Splice {
  const before = breakBefore(text, lineFrom(source, head))
  return deletion(before, lineEnd(text, afterComma(text, end) ?? end))
}

function hasOwnLine({ source, text }: Sheet, { head, end }: Entry): boolean {
  return isBlank(text, lineFrom(source, head), head) && endsLine(text, afterComma(text, end) ?? end)
}

// The offset after the comma that follows a member on its line, if there is one.
function afterComma(text: string, end: number): number | undefined {
  const at = skipBlanks(text, end)
  return text[at] === ',' ? at + 1 : undefined
}
