import { locate, spanOf } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { tryWishes, type Reading, type Reread } from './trial.ts'
import type { Wish } from './wants.ts'

/** The text with as many wishes made as can be, and those that cannot. */
export interface Outcome {
  readonly text: string
  readonly unproven: readonly Wish[]
}

/** Wishes that are made together or not at all. */
type Unit = readonly Wish[]

/** How far one document is: what is proven, and groups still to be tried, the first one now. */
interface Progress {
  readonly proven: readonly Unit[]
  readonly waiting: readonly (readonly Unit[])[]
  readonly rejected: readonly Unit[]
}

// Each round reads the file once. A thousand wishes with a bad one among them need about 20.
const MOST_ROUNDS = 100

/**
 * Makes all wishes at once. Where a document does not come out as wanted, its wishes are halved until the bad ones
 * stand alone; all such documents are searched side by side. What was proven is only kept when the final text reads
 * back whole, else nothing is. One reading of the text when all goes well.
 */
export function makeWishes(
  source: Source,
  before: Reading,
  wishes: readonly (readonly Wish[])[],
  reread: Reread,
): Outcome {
  let progress = before.documents.map((_, at): Progress => {
    const units = unitsOf(wishes[at] ?? [])
    return { proven: [], waiting: units.length === 0 ? [] : [units], rejected: [] }
  })
  for (let round = 1; ; round++) {
    const chosen = progress.map(({ proven, waiting }) => [...proven, ...(waiting[0] ?? [])].flat())
    const { text, passed, hasNewFaults } = tryWishes(source, before, chosen, reread)
    const next = progress.map((each, at) => advance(each, passed[at] === true))
    if (passed.every(Boolean) && !hasNewFaults && next.every(isDone)) {
      return { text, unproven: next.flatMap(({ rejected }) => rejected.flat()) }
    }
    if (progress.every(isDone)) return { text: source.text, unproven: wishes.flat() }
    progress = round < MOST_ROUNDS ? next : next.map(giveUp)
  }
}

function isDone({ waiting }: Progress): boolean {
  return waiting.length === 0
}

function advance(progress: Progress, isPassed: boolean): Progress {
  const { proven, waiting, rejected } = progress
  const [tried, ...others] = waiting
  if (tried === undefined) return progress
  if (isPassed) return { proven: [...proven, ...tried], waiting: others, rejected }
  if (tried.length === 1) return { proven, waiting: others, rejected: [...rejected, ...tried] }
  const half = tried.length >> 1
  return { proven, waiting: [tried.slice(0, half), tried.slice(half), ...others], rejected }
}

function giveUp({ proven, waiting, rejected }: Progress): Progress {
  return { proven, waiting: [], rejected: [...rejected, ...waiting.flat()] }
}

// The same wish for an anchor and for each of its aliases changes one text, so these pass together or not at all.
// Neighbours in the text stay neighbours, as what is wrong tends to be wrong in one place.
function unitsOf(wishes: readonly Wish[]): readonly Unit[] {
  const units = new Map<string, { readonly at: number; readonly wishes: Wish[] }>()
  for (const wish of wishes) {
    const { document, path } = wish.edit.place
    const { node, depth } = locate(document, path)
    const { start } = spanOf(document.layout, node)
    const { place: _, ...wanted } = wish.edit
    const name = JSON.stringify([start, path.slice(depth), wanted])
    const unit = units.get(name)
    if (unit === undefined) units.set(name, { at: start, wishes: [wish] })
    else unit.wishes.push(wish)
  }
  return [...units.values()].sort((one, other) => one.at - other.at).map((unit) => unit.wishes)
}
