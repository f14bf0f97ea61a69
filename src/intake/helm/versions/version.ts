/** A semantic version; what may be left out of one (`1.2`) is 0. */
export interface Version {
  readonly major: bigint
  readonly minor: bigint
  readonly patch: bigint
  readonly prerelease: string
  readonly metadata: string
}

const VERSION =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?$/

/** The version that a text says, with or without a leading v, or undefined. */
export function parseVersion(text: string): Version | undefined {
  const found = VERSION.exec(text)
  if (found === null) return undefined
  const [, major = '0', minor = '0', patch = '0', prerelease = '', metadata = ''] = found
  return {
    major: BigInt(major),
    minor: BigInt(minor),
    patch: BigInt(patch),
    prerelease,
    metadata,
  }
}

/** A version with all of its three numbers. */
export function versionText({ major, minor, patch, prerelease, metadata }: Version): string {
  const before = prerelease === '' ? '' : `-${prerelease}`
  return `${major}.${minor}.${patch}${before}${metadata === '' ? '' : `+${metadata}`}`
}

/** Negative when `one` is the earlier version, positive when it is the later one; metadata does not count. */
export function compareVersions(one: Version, other: Version): number {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (one[part] !== other[part]) return one[part] < other[part] ? -1 : 1
  }
  return comparePrereleases(one.prerelease, other.prerelease)
}

function comparePrereleases(one: string, other: string): number {
  if (one === other) return 0
  // A release is later than what was published before it.
  if (one === '' || other === '') return one === '' ? 1 : -1
  const [left, right] = [one.split('.'), other.split('.')]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareWords(left[index], right[index])
    if (order !== 0) return order
  }
  return 0
}

function compareWords(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1
  const [isNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)]
  if (isNumber && isOtherNumber) return BigInt(one) < BigInt(other) ? -1 : 1
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  return one < other ? -1 : 1
}

/** One condition on a version: parts that were left open (`1.x`) are 0 in `of`. */
interface Bound {
  readonly sign: string
  readonly of: Version
  readonly isMinorOpen: boolean
  readonly isPatchOpen: boolean
  readonly isOpen: boolean
}

const NUMBER = String.raw`[\dxX*]+`
const LIMIT = String.raw`v?(${NUMBER})(?:\.(${NUMBER}))?(?:\.(${NUMBER}))?(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?`
const BOUND = new RegExp(
  String.raw`^[\s,]*(!=|>=|=>|<=|=<|~>|=|>|<|~|\^)?\s*${LIMIT}(?=[\s,]|$|[!<>=~^])`,
)
const SPAN = new RegExp(String.raw`(${LIMIT})\s+-\s+(${LIMIT})`)

/** Whether a version meets a constraint (`>=1.2 <2 || ^3`), or undefined when the constraint is none. */
export function satisfies(version: Version, constraint: string): boolean | undefined {
  const groups = spansApart(constraint).split('||').map(boundsOf)
  if (groups.includes(undefined)) return undefined
  return groups.some((bounds = []) => {
    // What was published before a release counts only where the constraint names such a version itself.
    const isOpenToPrereleases = bounds.some(({ of }) => of.prerelease !== '')
    if (version.prerelease !== '' && !isOpenToPrereleases) return false
    return bounds.every((bound) => holds(version, bound))
  })
}

// `1.2 - 2.0` is another way to write two bounds.
function spansApart(constraint: string): string {
  const found = SPAN.exec(constraint)
  if (found === null) return constraint
  return constraint.replace(found[0], `>= ${found[1]}, <= ${found[6]} `)
}

function boundsOf(text: string): readonly Bound[] | undefined {
  const bounds: Bound[] = []
  let rest = text
  do {
    const found = BOUND.exec(rest)
    if (found === null) return undefined
    bounds.push(boundOf(found))
    rest = rest.slice(found[0].length)
  } while (rest.trim() !== '')
  return bounds
}

function boundOf([
  ,
  sign = '',
  major = '',
  minor = '',
  patch = '',
  prerelease = '',
]: RegExpExecArray): Bound {
  const isMajorOpen = isOpenPart(major)
  const isMinorOpen = !isMajorOpen && isOpenPart(minor)
  const isPatchOpen = !isMajorOpen && !isMinorOpen && isOpenPart(patch)
  const number = (part: string, isOpen: boolean): bigint => (isOpen ? 0n : BigInt(part))
  return {
    sign,
    of: {
      major: number(major, isMajorOpen),
      minor: number(minor, isMajorOpen || isMinorOpen),
      patch: number(patch, isMajorOpen || isMinorOpen || isPatchOpen),
      prerelease,
      metadata: '',
    },
    isMinorOpen,
    isPatchOpen,
    isOpen: isMajorOpen || isMinorOpen || isPatchOpen,
  }
}

function isOpenPart(part: string): boolean {
  return !/^\d+$/.test(part)
}

function holds(version: Version, bound: Bound): boolean {
  const { of, isOpen } = bound
  const order = compareVersions(version, of)
  switch (bound.sign) {
    case '':
    case '=':
      return isOpen ? isNear(version, bound) : order === 0
    case '!=':
      return isOpen ? !isNear({ ...version }, bound) : order !== 0
    case '>':
      return isOpen ? isBeyond(version, bound) : order > 0
    case '<':
      return order < 0
    case '>=':
    case '=>':
      return order >= 0
    case '<=':
    case '=<':
      return isOpen ? !isBeyond(version, bound) : order <= 0
    case '^':
      return order >= 0 && isCompatible(version, bound)
    default:
      return isNear(version, bound)
  }
}

// `~`: the numbers that are given, but the last, stay as they are.
function isNear(version: Version, { of, isMinorOpen, isPatchOpen }: Bound): boolean {
  if (compareVersions(version, of) < 0) return false
  const isZero = of.major === 0n && of.minor === 0n && of.patch === 0n
  if (isZero && !isMinorOpen && !isPatchOpen) return true
  return version.major === of.major && (isMinorOpen || version.minor === of.minor)
}

// Later than all that an open bound stands for: `>11` begins at 12.
function isBeyond(version: Version, { of, isMinorOpen, isPatchOpen }: Bound): boolean {
  if (version.major !== of.major) return version.major > of.major
  if (isMinorOpen) return false
  if (isPatchOpen) return version.minor > of.minor
  return compareVersions(version, of) > 0
}

// `^`: the first number that is not 0 stays as it is.
function isCompatible(version: Version, { of, isMinorOpen, isPatchOpen }: Bound): boolean {
  if (of.major > 0n || isMinorOpen) return version.major === of.major
  if (version.major > 0n) return false
  if (of.minor > 0n || isPatchOpen) return version.minor === of.minor
  return version.minor === 0n && version.patch === of.patch
}
