import { compareDigits, isDigits } from './digits.ts'

const MODIFIER = /^[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?[0-9]+)*))?([.-]?dev)?$/
const NUMBERS = /^v?([0-9]{1,5}(?:\.[0-9]+){0,3})/
const DATE = /^v?([0-9]{4}(?:[.:-]?[0-9]{2}){1,6}(?:[.:-]?[0-9]{1,3}){0,2})/
const BRANCH = /^v?([0-9]+)(\.(?:[0-9]+|[x*]))?(\.(?:[0-9]+|[x*]))?(\.(?:[0-9]+|[x*]))?$/

/**
 * The order of Packagist; undefined when one of the two is no version, or the branch of a repository (`dev-main`), which
 * comes neither before nor after. Source: composer/semver 3.3, PHP version_compare.
 */
export function comparePackagist(one: string, other: string): number | undefined {
  const left = parse(one)
  const right = parse(other)
  if (left === undefined || right === undefined) return undefined
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = comparePart(left[at], right[at])
    if (order !== 0) return order
  }
  return 0
}

// Four numbers, then what stands behind them, in its parts.
function parse(text: string): readonly string[] | undefined {
  const version = text
    .trim()
    .toLowerCase()
    .replace(/@(?:stable|rc|beta|alpha|dev)$/, '')
    .replace(/\+[^\s]*$/, '')
  return classical(version) ?? dated(version) ?? branch(version)
}

function classical(version: string): readonly string[] | undefined {
  const numbers = NUMBERS.exec(version)
  if (numbers === null) return undefined
  const behind = modifier(version.slice(numbers[0].length))
  return behind === undefined
    ? undefined
    : [...padded((numbers[1] ?? '').split('.'), '0'), ...behind]
}

function dated(version: string): readonly string[] | undefined {
  const date = DATE.exec(version)
  if (date === null) return undefined
  const behind = modifier(version.slice(date[0].length))
  return behind === undefined ? undefined : [...(date[1] ?? '').split(/[^0-9]+/), ...behind]
}

// 2.1.x-dev is the tip of a line of releases: behind all of them.
function branch(version: string): readonly string[] | undefined {
  const found = BRANCH.exec(version.replace(/[.-]?dev$/, ''))
  if (found === null || !version.endsWith('dev')) return undefined
  const parts = found.slice(1).filter((part) => part !== undefined)
  const numbers = parts.map((part) => part.replace('.', '').replace(/[x*]/, TIP))
  return [...padded(numbers, TIP), 'dev']
}

const TIP = '9999999'
const NUMBERS_OF_A_VERSION = 4

function padded(numbers: readonly string[], filler: string): readonly string[] {
  return [...numbers, ...Array<string>(NUMBERS_OF_A_VERSION).fill(filler)].slice(
    0,
    NUMBERS_OF_A_VERSION,
  )
}

function modifier(text: string): readonly string[] | undefined {
  const found = MODIFIER.exec(text)
  if (found === null) return undefined
  const [, stability, numbers = '', dev] = found
  if (stability === 'stable') return []
  const parts = stability === undefined ? [] : [stability, ...(numbers.match(/[0-9]+/g) ?? [])]
  return dev === undefined ? parts : [...parts, 'dev']
}

function comparePart(one: string | undefined, other: string | undefined): number {
  const order = rank(one) - rank(other)
  if (order !== 0 || one === undefined || other === undefined) return order
  return isDigits(one) && isDigits(other) ? compareDigits(one, other) : 0
}

const RANKS: Readonly<Record<string, number>> = {
  dev: 0,
  a: 1,
  alpha: 1,
  b: 2,
  beta: 2,
  rc: 3,
  p: 6,
  pl: 6,
  patch: 6,
}

// A version that ends stands between its candidates and the one that goes on with a number.
function rank(part: string | undefined): number {
  if (part === undefined) return 4
  return isDigits(part) ? 5 : (RANKS[part] ?? 0)
}
