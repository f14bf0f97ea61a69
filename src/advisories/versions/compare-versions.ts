import { compareAlpine } from './alpine.ts'
import { compareCran, compareHackage } from './cran.ts'
import { compareDebian } from './debian.ts'
import { compareMaven } from './maven.ts'
import { compareNuget } from './nuget.ts'
import { ORDERS, type OrderName } from './orders.data.ts'
import { comparePackagist } from './packagist.ts'
import { comparePython } from './python.ts'
import { compareRpm } from './rpm.ts'
import { compareRuby } from './ruby.ts'
import { comparePub, compareSemver } from './semver.ts'

/** Negative when the first comes before the second, positive when after, 0 when they are the same; undefined: cannot tell. */
export type Compare = (one: string, other: string) => number | undefined

/**
 * The order of two versions of an ecosystem (`npm`, `Debian:12`); undefined when one is no version there, or when the
 * ecosystem has no order that is known.
 */
export function compareVersions(ecosystem: string, one: string, other: string): number | undefined {
  return orderOf(ecosystem)(one, other)
}

/** How an ecosystem orders its versions. Case and suffix do not matter, but for vendors that serve several systems. */
export function orderOf(ecosystem: string): Compare {
  const [base = '', release = ''] = ecosystem.toLowerCase().split(':')
  const order = ORDERS.get(base)
  // Root:Alpine:3.18 is what Root makes of Alpine.
  const name = order === 'none' ? ORDERS.get(release) : order
  return COMPARES[name ?? 'none']
}

const COMPARES = {
  alpine: compareAlpine,
  cran: compareCran,
  debian: compareDebian,
  hackage: compareHackage,
  maven: compareMaven,
  none: () => undefined,
  nuget: compareNuget,
  packagist: comparePackagist,
  pub: comparePub,
  python: comparePython,
  rpm: compareRpm,
  ruby: compareRuby,
  semver: compareSemver,
} as const satisfies Readonly<Record<OrderName, Compare>>
