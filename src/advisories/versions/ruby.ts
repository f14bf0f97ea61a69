import { compareDigits, compareLists, compareText, isDigits } from './digits.ts'

const SHAPE = /^\s*([0-9]+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)?\s*$/

/** The order of RubyGems; undefined when one of the two is no version. Source: Gem::Version 3.3. */
export function compareRuby(one: string, other: string): number | undefined {
  if (!SHAPE.test(one) || !SHAPE.test(other)) return undefined
  return compareLists(segments(one), segments(other), { filler: '0', compare: compareSegment })
}

// Zeros before the first letters and at the end mean nothing: 1.0.a is 1.a.
function segments(text: string): readonly string[] {
  const all =
    text
      .trim()
      .replaceAll('-', '.pre.')
      .match(/[0-9]+|[a-z]+/gi) ?? []
  const letters = all.findIndex((segment) => !isDigits(segment))
  if (letters === -1) return withoutZeros(all)
  return [...withoutZeros(all.slice(0, letters)), ...withoutZeros(all.slice(letters))]
}

function withoutZeros(segments: readonly string[]): readonly string[] {
  const last = segments.findLastIndex((segment) => !/^0+$/.test(segment))
  return segments.slice(0, last + 1)
}

// Letters are prereleases, so they come before numbers.
function compareSegment(one: string, other: string): number {
  if (isDigits(one) && isDigits(other)) return compareDigits(one, other)
  if (isDigits(one) !== isDigits(other)) return isDigits(one) ? 1 : -1
  return compareText(one, other)
}
