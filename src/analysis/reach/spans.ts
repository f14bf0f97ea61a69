/** Whole numbers as inclusive spans: first, last, first, last, … sorted, disjoint and not touching. */
export type Spans = readonly number[]

/** What is in one of both. */
export function uniteSpans(one: Spans, two: Spans): Spans {
  return sweep(one, two, (inOne, inTwo) => inOne || inTwo)
}

/** What is in both. */
export function meetSpans(one: Spans, two: Spans): Spans {
  return sweep(one, two, (inOne, inTwo) => inOne && inTwo)
}

/** What is in `one` but not in `two`. */
export function minusSpans(one: Spans, two: Spans): Spans {
  return sweep(one, two, (inOne, inTwo) => inOne && !inTwo)
}

/** Whether a number is in one of the spans. O(spans). */
export function spansHave(spans: Spans, wanted: number): boolean {
  for (let at = 0; at < spans.length; at += 2) {
    if (edge(spans, at) <= wanted && wanted <= edge(spans, at + 1)) return true
  }
  return false
}

// Walks both lists of edges at once: an even count of edges passed means outside, an odd one inside.
function sweep(one: Spans, two: Spans, keeps: (inOne: boolean, inTwo: boolean) => boolean): Spans {
  const spans: number[] = []
  let [atOne, atTwo, isIn] = [0, 0, false]
  while (atOne < one.length || atTwo < two.length) {
    const at = Math.min(edgeAt(one, atOne), edgeAt(two, atTwo))
    while (edgeAt(one, atOne) === at) atOne++
    while (edgeAt(two, atTwo) === at) atTwo++
    const keep = keeps(atOne % 2 === 1, atTwo % 2 === 1)
    if (keep !== isIn) spans.push(keep ? at : at - 1)
    isIn = keep
  }
  return spans
}

// Where the state changes: at the first number inside, and at the first one after the last.
function edgeAt(spans: Spans, at: number): number {
  return edge(spans, at) + (at % 2)
}

function edge(spans: Spans, at: number): number {
  return spans[at] ?? Number.POSITIVE_INFINITY
}
