const LETTER = /\p{L}/u
const DIGIT = /\p{Nd}/u

/** The order in which go-yaml writes the keys of a map: letters after other signs, numbers in them by their size. */
export function byKey(one: string, other: string): number {
  if (PLAIN.test(one) && PLAIN.test(other)) return one < other ? -1 : Number(one > other)
  const [left, right] = [Array.from(one), Array.from(other)]
  const shared = Math.min(left.length, right.length)
  for (let at = 0; at < shared; at++) {
    if (left[at] !== right[at]) return difference(left, right, at)
  }
  return left.length - right.length
}

const PLAIN = /^[A-Za-z]+$/

function difference(left: readonly string[], right: readonly string[], at: number): number {
  const [a = '', b = ''] = [left[at], right[at]]
  const [isLetterA, isLetterB] = [LETTER.test(a), LETTER.test(b)]
  if (isLetterA && isLetterB) return a < b ? -1 : 1
  if (isLetterA || isLetterB) return isLetterB ? -1 : 1
  const start = startOf(left, at, a === '0' || b === '0')
  const [numberA, endA] = numberFrom(left, at, start)
  const [numberB, endB] = numberFrom(right, at, start)
  if (numberA !== numberB) return numberA < numberB ? -1 : 1
  if (endA !== endB) return endA - endB
  return a < b ? -1 : 1
}

// A zero inside a number counts; one that leads does not.
function startOf(chars: readonly string[], at: number, isZero: boolean): bigint {
  if (!isZero) return 0n
  for (let before = at - 1; before >= 0 && DIGIT.test(chars[before] ?? ''); before--) {
    if (chars[before] !== '0') return 1n
  }
  return 0n
}

function numberFrom(
  chars: readonly string[],
  from: number,
  start: bigint,
): readonly [bigint, number] {
  let number = start
  let at = from
  for (; at < chars.length && DIGIT.test(chars[at] ?? ''); at++) {
    number = BigInt.asIntN(64, number * 10n + BigInt((chars[at] ?? '0').codePointAt(0) ?? 48) - 48n)
  }
  return [number, at]
}
