import { spanOf } from '../model/document.ts'
import { keepUnbroken } from './block-end.ts'
import { joinLines } from './block-lines.ts'
import { fieldLines, memberLines } from './block-text.ts'
import { writeField, writeMember } from './block-write.ts'
import type { Change, Within } from './changes.ts'
import { entriesOf, type Entry } from './entries.ts'
import { flowText, outerStyle } from './flow-text.ts'
import { spliceFlow } from './flow.ts'
import { habitAt } from './habits.ts'
import { pairEntries } from './pairing.ts'
import { quotesAt } from './scalars.ts'
import { isFlowNode, isListNode, type Sheet } from './sheet.ts'
import { replacement, type Splice } from './splice.ts'

/**
 * The splices that make `change` of a sheet's document; those at one offset stand in the order their texts must have.
 * What the text does not allow is left out: comparing the outcome with what was wanted finds it. O(members on the way).
 */
export function spliceDocument(sheet: Sheet, change: Change): readonly Splice[] {
  const { node, layout } = sheet.document
  switch (change.kind) {
    case 'within': {
      const splices = spliceCollection(sheet, node, change)
      return [...splices, ...keepUnbroken(sheet, splices)]
    }
    case 'write': {
      const { start, end } = spanOf(layout, node)
      return [replacement(start, end, flowText(change.value, outerStyle(sheet)))]
    }
    case 'remove':
      return []
  }
}

function spliceCollection(sheet: Sheet, node: number, change: Within): readonly Splice[] {
  if (isFlowNode(sheet, node)) return spliceFlow(sheet, node, change, outerStyle(sheet))
  return isListNode(sheet, node)
    ? spliceList(sheet, node, change)
    : spliceMapping(sheet, node, change)
}

function spliceMapping(sheet: Sheet, node: number, within: Within): readonly Splice[] {
  const pairing = pairEntries(entriesOf(sheet, node), within)
  const inner = pairing.changed.flatMap(({ entry, change }) => {
    if (change.kind === 'within') return spliceCollection(inside(sheet, entry), entry.node, change)
    return change.kind === 'write' ? writeField(sheet, entry, change.value) : []
  })
  const lines = fieldLines(pairing.gained, sheet.habits)
  return [...inner, ...joinLines(sheet, node, pairing, lines)]
}

function spliceList(sheet: Sheet, node: number, within: Within): readonly Splice[] {
  const pairing = pairEntries(entriesOf(sheet, node), within)
  const inner = pairing.changed.flatMap(({ entry, change }) => {
    if (change.kind === 'within') return spliceCollection(sheet, entry.node, change)
    return change.kind === 'write' ? writeMember(sheet, entry, change.value) : []
  })
  const last = pairing.entries.at(-1)
  const quotes = last === undefined ? 'plain' : quotesAt(sheet.text, last.start)
  const lines = pairing.appended.flatMap((member) => memberLines(member, sheet.habits, quotes))
  return [...inner, ...joinLines(sheet, node, pairing, lines)]
}

// Authors mix habits, so the nearest collection around decides.
function inside(sheet: Sheet, { node }: Entry): Sheet {
  return { ...sheet, habits: { ...sheet.habits, ...habitAt(sheet.document, node) } }
}
