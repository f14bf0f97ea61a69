/** Compares two texts of decimal digits of any length as numbers; empty counts as 0. */
export function compareDigits(one: string, other: string): number {
  const left = one.replace(/^0+/, '')
  const right = other.replace(/^0+/, '')
  return left.length - right.length || compareText(left, right)
}

/** Compares two texts by their UTF-16 units, as most registries do. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** Whether a text is made of decimal digits alone. */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text)
}

/** Compares lists member by member; what is missing on one side is taken for `filler`. */
export function compareLists<T>(
  one: readonly T[],
  other: readonly T[],
  { filler, compare }: { readonly filler: T; readonly compare: (a: T, b: T) => number },
): number {
  const length = Math.max(one.length, other.length)
  for (let at = 0; at < length; at++) {
    const order = compare(one[at] ?? filler, other[at] ?? filler)
    if (order !== 0) return order
  }
  return 0
}
