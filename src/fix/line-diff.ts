/** Lines of the old text that lines of the new one replace; either may be none. Numbers count from 0. */
export interface LineChange {
  readonly from: number
  readonly until: number
  readonly newFrom: number
  readonly newUntil: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Two texts from a point on where they differ. */
interface Stretch {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly from: Point
}

// So many equal lines in a row mean that both texts are in step again.
const IN_STEP = 5
// The search costs the square of the lines that differ in a stretch; a longer one is cut, at some loss of beauty.
const LONGEST_STRETCH = 400

/**
 * How `after` differs from `before`. Made for many small changes in a large text: each stretch that differs is searched
 * alone, with the greedy method of Myers (1986), and comes out as short as can be. O(lines + changed lines).
 */
export function diffLines(
  before: readonly string[],
  after: readonly string[],
): readonly LineChange[] {
  const changes: LineChange[] = []
  let from = skipEqual(before, after, { x: 0, y: 0 })
  while (from.x < before.length || from.y < after.length) {
    const way = wayIntoStep({ before, after, from })
    for (const [at, point] of way.entries()) addStep(changes, way[at - 1] ?? from, point)
    from = skipEqual(before, after, way.at(-1) ?? from)
  }
  return changes
}

/** The lines of a text, each with its break. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function skipEqual(before: readonly string[], after: readonly string[], { x, y }: Point): Point {
  let equal = 0
  while (x + equal < before.length && before[x + equal] === after[y + equal]) equal++
  return { x: x + equal, y: y + equal }
}

// The points after each line that goes or comes, up to where the texts are in step again. Between two of them lie the
// lines that are equal, so a point is not always next to the one before.
function wayIntoStep(stretch: Stretch): readonly Point[] {
  // For every number of steps: the furthest line of `before` on each diagonal (lines gone less lines come).
  const rounds: Int32Array[] = [Int32Array.of(0)]
  for (let steps = 1; ; steps++) {
    const last = rounds.at(-1) ?? Int32Array.of(0)
    const reached = new Int32Array(2 * steps + 1).fill(-1)
    let furthest = -steps
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const start = stepTo(stretch, last, diagonal)
      if (start === -1) continue
      const end = slide(stretch, start, diagonal)
      if (isInStep(stretch, start, end, diagonal)) return retrace(stretch, rounds, diagonal)
      reached[diagonal + steps] = end
      if (2 * end - diagonal > 2 * (reached[furthest + steps] ?? -1) - furthest) furthest = diagonal
    }
    if (steps === LONGEST_STRETCH) return retrace(stretch, rounds, furthest)
    rounds.push(reached)
  }
}

// The line of `before` that one more step leads to on a diagonal, or -1 when none does.
function stepTo(stretch: Stretch, last: Int32Array, diagonal: number): number {
  return Math.max(byComing(stretch, last, diagonal), byGoing(stretch, last, diagonal))
}

function byComing({ after, from }: Stretch, last: Int32Array, diagonal: number): number {
  const x = last[((last.length - 1) >> 1) + diagonal + 1] ?? -1
  return x !== -1 && from.y + x - diagonal <= after.length ? x : -1
}

function byGoing({ before, from }: Stretch, last: Int32Array, diagonal: number): number {
  const x = last[((last.length - 1) >> 1) + diagonal - 1] ?? -1
  return x !== -1 && from.x + x < before.length ? x + 1 : -1
}

function slide({ before, after, from }: Stretch, start: number, diagonal: number): number {
  let x = from.x + start
  let y = x - from.x - diagonal + from.y
  for (; x < before.length && before[x] === after[y]; x++) y++
  return x - from.x
}

function isInStep(
  { before, after, from }: Stretch,
  start: number,
  end: number,
  diagonal: number,
): boolean {
  if (end - start >= IN_STEP) return true
  return from.x + end === before.length && from.y + end - diagonal === after.length
}

// Walks back from the last step.
function retrace(stretch: Stretch, rounds: readonly Int32Array[], end: number): readonly Point[] {
  const { from } = stretch
  const points: Point[] = []
  let diagonal = end
  for (const last of rounds.toReversed()) {
    const x = stepTo(stretch, last, diagonal)
    points.push({ x: from.x + x, y: from.y + x - diagonal })
    diagonal += x === byGoing(stretch, last, diagonal) ? -1 : 1
  }
  return points.reverse()
}

// Adds the one line that goes or comes on the way between two points.
function addStep(changes: LineChange[], earlier: Point, later: Point): void {
  const isGone = later.x - earlier.x > later.y - earlier.y
  const from = isGone ? later.x - 1 : later.x
  const newFrom = isGone ? later.y : later.y - 1
  const last = changes.at(-1)
  const step = { from, until: later.x, newFrom, newUntil: later.y }
  if (last?.until !== from || last.newUntil !== newFrom) changes.push(step)
  else changes[changes.length - 1] = { ...last, until: later.x, newUntil: later.y }
}
