import { spanOf, type Document } from '../model/document.ts'
import { lineBreak, type Source } from '../model/source.ts'
import { habitsOf, type Habits } from './habits.ts'

/** The text of one document, and how its author writes. */
export interface Sheet {
  readonly document: Document
  readonly source: Source
  readonly text: string
  readonly newline: '\n' | '\r\n'
  /** Whether the whole document stands in brackets, as JSON does. */
  readonly isFlow: boolean
  readonly habits: Habits
}

/** Opens a document for editing. `common` are the habits of its file, for where the document itself shows none. */
export function openSheet(document: Document, common: Habits): Sheet {
  const { source, layout, node } = document
  const { text } = source
  return {
    document,
    source,
    text,
    newline: lineBreak(source),
    isFlow: isInBrackets(text, spanOf(layout, node).start),
    habits: habitsOf([document], common),
  }
}

/** Whether a node stands in brackets. */
export function isFlowNode({ text, document }: Sheet, node: number): boolean {
  return isInBrackets(text, spanOf(document.layout, node).start)
}

/** Whether a node has members and shows them by indentation. */
export function isBlockNode(sheet: Sheet, node: number): boolean {
  return endOfSubtree(sheet, node) > node + 1 && !isFlowNode(sheet, node)
}

/** Whether a node that has members is a list. */
export function isListNode({ document }: Sheet, node: number): boolean {
  return spanOf(document.layout, node + 1).key === -1
}

/** The number of the first node after the subtree of `node`. */
export function endOfSubtree({ document }: Sheet, node: number): number {
  return document.layout.offsets[4 * node + 3] ?? node + 1
}

function isInBrackets(text: string, start: number): boolean {
  return text[start] === '{' || text[start] === '['
}
