import { compareDigits, compareLists, compareText, isDigits } from './digits.ts'
import { remembered } from './remembered.ts'

/** A version in parts: numbers as digits, identifiers of the prerelease and of the build. */
interface SemverParts {
  readonly numbers: readonly string[]
  readonly prerelease: readonly string[]
  readonly build: readonly string[]
}

// Loose, as registries are: a leading v, fewer or more numbers than three, no hyphen before the prerelease.
const SHAPE =
  /^[v=\s]*([0-9]+(?:\.[0-9]+)*)(?:[-.]?([A-Za-z-][0-9A-Za-z.-]*)|-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]*))?\s*$/

/** Takes a version apart; undefined when it is none. Source: SemVer 2.0.0, with the looseness of node-semver. */
const parseSemver = remembered((text): SemverParts | undefined => {
  const found = SHAPE.exec(text)
  if (found === null) return undefined
  const [, numbers = '', loose, strict, build] = found
  return {
    numbers: numbers.split('.'),
    prerelease: identifiers(loose ?? strict),
    build: identifiers(build),
  }
})

/** The order of npm, Go, crates.io and others; undefined when one of the two is no version. Build metadata is ignored. */
export function compareSemver(one: string, other: string): number | undefined {
  const left = parseSemver(one)
  const right = parseSemver(other)
  if (left === undefined || right === undefined) return undefined
  return compareNumbers(left, right) || comparePrereleases(left.prerelease, right.prerelease)
}

/** The order of Dart's registry, the only one in which build metadata counts. Source: dart-lang/pub_semver. */
export function comparePub(one: string, other: string): number | undefined {
  const left = parseSemver(one)
  const right = parseSemver(other)
  if (left === undefined || right === undefined) return undefined
  return (
    compareNumbers(left, right) ||
    comparePrereleases(left.prerelease, right.prerelease) ||
    compareIdentifiers(left.build, right.build)
  )
}

function compareNumbers(one: SemverParts, other: SemverParts): number {
  return compareLists(one.numbers, other.numbers, { filler: '0', compare: compareDigits })
}

// A release comes after its prereleases.
function comparePrereleases(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length
  return compareIdentifiers(one, other)
}

// No identifier is empty, so an empty one stands for the end, which comes first.
function compareIdentifiers(one: readonly string[], other: readonly string[]): number {
  return compareLists(one, other, { filler: '', compare: compareIdentifier })
}

function compareIdentifier(one: string, other: string): number {
  const isLeftNumber = isDigits(one)
  const isRightNumber = isDigits(other)
  if (one === '' || other === '') return one.length - other.length
  if (isLeftNumber && isRightNumber) return compareDigits(one, other)
  if (isLeftNumber !== isRightNumber) return isLeftNumber ? -1 : 1
  return compareText(one, other)
}

function identifiers(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split('.')
}
