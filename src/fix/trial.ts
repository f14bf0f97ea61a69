import type { Fault } from '../base/fault.ts'
import { spanOf, type Document } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { spliceDocument } from './block.ts'
import { settleWants, type Change } from './changes.ts'
import { isChangedBy } from './expected.ts'
import type { Habits } from './habits.ts'
import { openSheet } from './sheet.ts'
import { applySplices, orderSplices, type Splice } from './splice.ts'
import { gatherWants, type Wish } from './wants.ts'

/** Reads a text again: the YAML reader, handed in because this room may not know it. */
export type Reread = (source: Source) => Reading

/** What a text gave: its documents in order, and what is wrong with it. */
export interface Reading {
  readonly documents: readonly Document[]
  readonly faults: readonly Fault[]
}

/** What becomes of one document, and the splices that do it, in order. */
export interface Plan {
  readonly change: Change | undefined
  readonly splices: readonly Splice[]
}

/** A text with edits made, and for each old document whether it became exactly what was wanted. */
export interface Trial {
  readonly text: string
  readonly passed: readonly boolean[]
  /** Whether the new text has more faults than the old one; nobody knows of which document. */
  readonly hasNewFaults: boolean
}

/**
 * Plans how to make the wishes of one document. Splices that get in each other's way are left out, and the document will
 * not pass. `habits` are those of its file.
 */
export function planWishes(document: Document, wishes: readonly Wish[], habits: Habits): Plan {
  if (wishes.length === 0) return { change: undefined, splices: [] }
  const { change } = settleWants(gatherWants(wishes).want, document.value)
  if (change === undefined) return { change, splices: [] }
  const splices = orderSplices(spliceDocument(openSheet(document, habits), change))
  return { change, splices: splices ?? [] }
}

/**
 * Makes the plans, one for each document of `before`, and reads the text again. Nothing passes unless it was read back.
 * O(text + splices).
 */
export function tryPlans(
  source: Source,
  before: Reading,
  plans: readonly Plan[],
  reread: Reread,
): Trial {
  const splices = plans.flatMap((plan) => plan.splices)
  const text = applySplices(source.text, splices)
  const after = splices.length === 0 ? before : reread({ file: source.file, text })
  const found = assign(after.documents, newStarts(before.documents, splices))
  const passed = plans.map(({ change }, at) => {
    const [only, ...others] = found[at] ?? []
    if (only === undefined || others.length > 0) return false
    return isChangedBy(before.documents[at]?.value, change, only.value)
  })
  return { text, passed, hasNewFaults: after.faults.length > before.faults.length }
}

// Where each document begins once the splices are made; what stands before the first one belongs to it.
function newStarts(documents: readonly Document[], splices: readonly Splice[]): readonly number[] {
  let next = 0
  let shift = 0
  return documents.map(({ layout, node }, at) => {
    const { start } = spanOf(layout, node)
    let splice = splices[next]
    for (
      ;
      splice !== undefined && splice.until <= start && splice.at < start;
      splice = splices[++next]
    ) {
      shift += splice.text.length - (splice.until - splice.at)
    }
    if (at === 0) return 0
    return shift + (splice === undefined ? start : Math.min(start, splice.at))
  })
}

// A broken document is missing from the new reading, so documents are matched by their place and not by their number.
function assign(
  documents: readonly Document[],
  starts: readonly number[],
): readonly (readonly Document[])[] {
  const found: Document[][] = starts.map(() => [])
  let at = 0
  for (const document of documents) {
    const { start } = spanOf(document.layout, document.node)
    while (at + 1 < starts.length && start >= (starts[at + 1] ?? 0)) at++
    found[at]?.push(document)
  }
  return found
}
