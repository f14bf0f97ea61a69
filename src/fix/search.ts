import { locate, spanOf, type Document } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { habitsOf, type Habits } from './habits.ts'
import { sharedOn } from './shared.ts'
import { planWishes, tryPlans, type Plan, type Reading, type Reread } from './trial.ts'
import type { Wish } from './wants.ts'

/** The text with as many wishes made as can be, and those that cannot. */
export interface Outcome {
  readonly text: string
  readonly unproven: readonly Wish[]
}

/** Wishes that are made together or not at all. */
type Unit = readonly Wish[]

/** How far one document is: what is proven, groups still to be tried, and the plan for the first of them. */
interface Search {
  readonly document: Document
  readonly proven: readonly Unit[]
  readonly waiting: readonly (readonly Unit[])[]
  readonly rejected: readonly Unit[]
  readonly plan: Plan
}

// Each round reads the file once. 50,000 wishes for one document with a bad one among them need about 30.
const MOST_ROUNDS = 40

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
  const habits = habitsOf(before.documents)
  let searches = before.documents.map((document, at) => begin(document, wishes[at] ?? [], habits))
  for (let round = 1; ; round++) {
    const { text, passed, hasNewFaults } = tryPlans(
      source,
      before,
      searches.map(({ plan }) => plan),
      reread,
    )
    const last = searches
    searches = last.map((search, at) => {
      const next = advance(search, passed[at] === true, habits)
      return round < MOST_ROUNDS ? next : giveUp(next, habits)
    })
    if (passed.every(Boolean) && !hasNewFaults && searches.every(isDone)) {
      return { text, unproven: searches.flatMap(({ rejected }) => rejected.flat()) }
    }
    if (last.every(isDone)) return { text: source.text, unproven: wishes.flat() }
  }
}

// All together first; they are only taken apart when that fails.
function begin(document: Document, wishes: readonly Wish[], habits: Habits): Search {
  const waiting = wishes.length === 0 ? [] : [[wishes]]
  const plan = planWishes(document, wishes, habits)
  return { document, proven: [], waiting, rejected: [], plan }
}

function isDone({ waiting }: Search): boolean {
  return waiting.length === 0
}

function advance(search: Search, isPassed: boolean, habits: Habits): Search {
  const { proven, waiting, rejected } = search
  const [tried, ...others] = waiting
  if (tried === undefined) return search
  if (isPassed) {
    const next = { ...search, proven: [...proven, ...tried], waiting: others }
    return isDone(next) ? next : replan(next, habits)
  }
  const parts = takeApart(tried)
  return parts.length > 1
    ? replan({ ...search, waiting: [...parts, ...others] }, habits)
    : replan({ ...search, waiting: others, rejected: [...rejected, ...tried] }, habits)
}

function giveUp(search: Search, habits: Habits): Search {
  const { waiting, rejected } = search
  if (isDone(search)) return search
  return replan({ ...search, waiting: [], rejected: [...rejected, ...waiting.flat()] }, habits)
}

function replan(search: Search, habits: Habits): Search {
  const { document, proven, waiting } = search
  const wishes = [...proven, ...(waiting[0] ?? [])].flat()
  return { ...search, plan: planWishes(document, wishes, habits) }
}

// What has to do with anchors is tried last: mostly that is what fails. Neighbours in the text stay neighbours, as what
// is wrong tends to be wrong in one place.
function takeApart(tried: readonly Unit[]): readonly (readonly Unit[])[] {
  const units = tried.length === 1 ? unitsOf(tried.flat()) : tried
  if (units.length === 1) return [units]
  const shared = new Set(units.filter(isShared))
  if (shared.size > 0 && shared.size < units.length) {
    return [units.filter((unit) => !shared.has(unit)), [...shared]]
  }
  const half = units.length >> 1
  return [units.slice(0, half), units.slice(half)]
}

function isShared([wish]: Unit): boolean {
  return (
    wish !== undefined && sharedOn(wish.edit.place.document, wish.edit.place.path) !== undefined
  )
}

// The same wish for an anchor and for each of its aliases changes one text, so these pass together or not at all.
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
