import { spanOf } from '../model/document.ts'
import { endOfSubtree, type Sheet } from './sheet.ts'
import { insertion, replacement, type Splice } from './splice.ts'

/** Whether the last thing written of a node is a block scalar. */
export function endsInBlockScalar(sheet: Sheet, node: number): boolean {
  const { start, end } = lastSpan(sheet, node)
  return start < end && '|>'.includes(sheet.text[start] ?? '')
}

/**
 * A block scalar at the end of a text without a last break ends without one, too. When lines come after it, it has to
 * say so: `|` becomes `|-`.
 */
export function keepUnbroken(sheet: Sheet, splices: readonly Splice[]): readonly Splice[] {
  const { text, document } = sheet
  const { start, end } = lastSpan(sheet, document.node)
  if (end !== text.length || !endsInBlockScalar(sheet, document.node)) return []
  const isFollowed = splices.some(
    ({ at, text: added }) => at === end && added.startsWith(sheet.newline),
  )
  if (!isFollowed || splices.some((splice) => splice.at < end && splice.until > start)) return []
  const [header = ''] = /^[|>][-+0-9]*/.exec(text.slice(start)) ?? []
  if (header.includes('-')) return []
  const keep = header.indexOf('+')
  return keep === -1
    ? [insertion(start + 1, '-')]
    : [replacement(start + keep, start + keep + 1, '-')]
}

// Numbers are given in pre-order, so the last node of a subtree is what stands last.
function lastSpan(sheet: Sheet, node: number): { readonly start: number; readonly end: number } {
  return spanOf(sheet.document.layout, endOfSubtree(sheet, node) - 1)
}
