/**
 * The name that `word` was probably meant to be: the one with the fewest typing mistakes between them, when they are
 * few for its length. Undefined when none is near. O(names x length squared).
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  // A name cannot be nearer than its length differs; a hostile word must not cost time.
  const typed = word.slice(0, LONGEST_WORD).toLowerCase()
  let best: string | undefined
  let fewest = mistakesAllowed(typed) + 1
  for (const name of names) {
    const mistakes = isBeginning(typed, name) ? 1 : distance(typed, name.toLowerCase())
    if (mistakes < fewest) {
      fewest = mistakes
      best = name
    }
  }
  return best
}

/** Words for a remedy: `Did you mean "x"? `, or nothing when no name is near. */
export function suggestion(word: string, names: readonly string[]): string {
  const name = nearest(word, names)
  return name === undefined ? '' : `Did you mean "${name}"? `
}

const LONGEST_WORD = 64

function mistakesAllowed(word: string): number {
  return Math.max(1, Math.floor(word.length / 3))
}

const SHORTEST_BEGINNING = 3

// Who typed the beginning of a name stopped early rather than mistyped the rest.
function isBeginning(typed: string, name: string): boolean {
  return typed.length >= SHORTEST_BEGINNING && name.startsWith(typed)
}

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const steps = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(...steps, ...(isSwap ? [at(beforeLast, j - 2) + 1] : [])))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0
}
