import { spanOf } from '../model/document.ts'
import { endsInBlockScalar } from './block-end.ts'
import { indented } from './block-text.ts'
import type { Entry } from './entries.ts'
import { breakBefore, columnOf, isBlank, lineEnd, lineFrom, nextLine } from './lines.ts'
import type { Pairing } from './pairing.ts'
import type { Sheet } from './sheet.ts'
import { deletion, insertion, replacement, type Splice } from './splice.ts'

/**
 * Takes the lines of a block collection's removed members away and joins `lines` to its end, before the comments and
 * blank lines that follow it.
 */
export function joinLines(
  sheet: Sheet,
  node: number,
  pairing: Pairing,
  lines: readonly string[],
): readonly Splice[] {
  const { start, end } = spanOf(sheet.document.layout, node)
  const column = columnOf(sheet.source, start)
  if (lines.length === 0) return removeEntries(sheet, pairing, keptBreak(sheet, pairing))
  if (pairing.entries.length > 0 && pairing.kept.length === 0) {
    return replaceEntries(sheet, pairing, lines, column)
  }
  return [...appendLines(sheet, end, indented(lines, column)), ...removeEntries(sheet, pairing)]
}

/** Puts whole lines after the line of `offset`. */
export function appendLines(
  { text, newline }: Sheet,
  offset: number,
  lines: readonly string[],
): readonly Splice[] {
  if (lines.length === 0) return []
  return [insertion(lineEnd(text, offset), lines.map((line) => newline + line).join(''))]
}

// Every member goes, so the new ones take their place: a mapping in a list then keeps its hyphen.
function replaceEntries(
  sheet: Sheet,
  { entries }: Pairing,
  [first = '', ...others]: readonly string[],
  column: number,
): readonly Splice[] {
  const text = [first, ...indented(others, column)].join(sheet.newline)
  return [replacement(entries[0]?.head ?? 0, entries.at(-1)?.end ?? 0, text)]
}

function removeEntries(sheet: Sheet, pairing: Pairing, brokenBefore?: number): readonly Splice[] {
  const { source, text } = sheet
  // Lines before whose beginning no break can be taken: they take the one at their end along, and the next line is then
  // in their place.
  const beginnings = new Set([lineFrom(source, 0), brokenBefore])
  return [...pairing.removed].flatMap((entry) => {
    const line = lineFrom(source, entry.head)
    if (!isBlank(text, line, entry.head)) return removeFirst(sheet, entry, pairing)
    if (!beginnings.has(line)) return [removeLines(text, line, entry)]
    const next = nextLine(text, entry.end)
    beginnings.add(next)
    return [deletion(line, next)]
  })
}

// A block scalar that comes to stand at the end of a text without a last break would lose its own.
function keptBreak(sheet: Sheet, { entries, kept }: Pairing): number | undefined {
  const { text } = sheet
  const last = kept.at(-1)
  const isAtEnd = lineEnd(text, entries.at(-1)?.end ?? 0) === text.length
  return isAtEnd && last !== undefined && endsInBlockScalar(sheet, last.node)
    ? nextLine(text, last.end)
    : undefined
}

// A comment behind the value goes with its line; comments above it may belong to others and stay.
function removeLines(text: string, line: number, { end }: Entry): Splice {
  return deletion(breakBefore(text, line), lineEnd(text, end))
}

// The first member shares its line with the hyphen of an enclosing list. The next one moves up to it, unless comments
// stand between them: then the hyphen stays alone.
function removeFirst({ text }: Sheet, first: Entry, pairing: Pairing): readonly Splice[] {
  const [next] = pairing.kept
  if (next === undefined) return []
  let end = lineEnd(text, first.end)
  for (const entry of pairing.entries) {
    if (entry.head <= first.head || entry.head > next.head) continue
    if (text.slice(end, entry.head).trim().startsWith('#')) {
      return [deletion(afterHyphen(text, first.head), lineEnd(text, first.end))]
    }
    end = lineEnd(text, entry.end)
  }
  return [deletion(first.head, next.head)]
}

function afterHyphen(text: string, head: number): number {
  let at = head
  while (text[at - 1] === ' ') at--
  return at
}
