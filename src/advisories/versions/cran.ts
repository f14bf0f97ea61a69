import { compareDigits } from './digits.ts'

/** The order of CRAN and of Bioconductor; undefined when one of the two is no version. Source: R, package_version. */
export function compareCran(one: string, other: string): number | undefined {
  return compareNumbers(one, other, /^[0-9]+(?:[.-][0-9]+)*$/)
}

/** The order of Hackage and GHC; undefined when one of the two is no version. Source: Haskell PVP. */
export function compareHackage(one: string, other: string): number | undefined {
  return compareNumbers(one, other, /^[0-9]+(?:\.[0-9]+)*$/)
}

// Of two that begin alike the longer one is later, zeros included.
function compareNumbers(one: string, other: string, shape: RegExp): number | undefined {
  if (!shape.test(one) || !shape.test(other)) return undefined
  const left = one.split(/[.-]/)
  const right = other.split(/[.-]/)
  const shared = Math.min(left.length, right.length)
  for (let at = 0; at < shared; at++) {
    const order = compareDigits(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}
