/** Text that takes the place of what stands from `at` up to `until`. */
export interface Splice {
  readonly at: number
  readonly until: number
  readonly text: string
}

/** Puts `text` before what stands at `at`. */
export function insertion(at: number, text: string): Splice {
  return { at, until: at, text }
}

/** Takes away what stands from `at` up to `until`. */
export function deletion(at: number, until: number): Splice {
  return { at, until, text: '' }
}

/** Puts `text` in the place of what stands from `at` up to `until`. */
export function replacement(at: number, until: number, text: string): Splice {
  return { at, until, text }
}

/**
 * Brings splices in the order of the text. What stands at one offset keeps the order it came in, the same splice twice
 * (an anchor and its alias) counts once, overlapping deletions become one. Undefined when splices get in each other's
 * way. O(n log n).
 */
export function orderSplices(splices: readonly Splice[]): readonly Splice[] | undefined {
  const ordered: Splice[] = []
  for (const splice of splices.toSorted((one, other) => one.at - other.at)) {
    const last = ordered.at(-1)
    if (last === undefined || splice.at >= last.until) {
      if (!isRepeated(ordered, splice)) ordered.push(splice)
    } else if (last.text === '' && splice.text === '') {
      ordered[ordered.length - 1] = deletion(last.at, Math.max(last.until, splice.until))
    } else if (!isRepeated(ordered, splice)) return undefined
  }
  return ordered
}

/** The text after `splices`, which are in order. O(text). */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { at, until, text: inserted } of splices) {
    pieces.push(text.slice(from, at), inserted)
    from = until
  }
  return pieces.join('') + text.slice(from)
}

function isRepeated(ordered: readonly Splice[], { at, until, text }: Splice): boolean {
  for (let index = ordered.length - 1; index >= 0; index--) {
    const known = ordered[index]
    if (known === undefined || known.at !== at) return false
    if (known.until === until && known.text === text) return true
  }
  return false
}
