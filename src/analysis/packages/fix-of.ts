import { isPrerelease } from '../../advisories/versions/prerelease.ts'
import type { Advisories, Flaw } from '../../model/advisories.ts'
import type { PackageFacts } from '../../model/package.ts'

/**
 * The lowest version that nothing is known against. `none`: the advisories know none; of a distribution, none of the
 * release in use, which may get one yet.
 */
export type PackageFix =
  | { readonly kind: 'version'; readonly version: string; readonly isMajor: boolean }
  | { readonly kind: 'none'; readonly release: string | undefined }

/** A package version with what is known against it. */
interface Mendable {
  readonly found: Pick<PackageFacts, 'ecosystem' | 'name' | 'version'>
  readonly flaws: readonly Flaw[]
}

/**
 * The version to take in place of a flawed one: above it, without a flaw that any advisory knows, the lowest of its own
 * major version where there is one, else the lowest. What is only made to be tried counts last. O(versions x advisories
 * of the package).
 */
export function fixOf(
  { found, flaws }: Mendable,
  advisories: Pick<Advisories, 'freeAbove'> | undefined,
): PackageFix {
  const { ecosystem, version } = found
  const none = { kind: 'none', release: releaseOf(ecosystem) } as const
  if (version === undefined || flaws.length === 0 || advisories === undefined) return none
  const best = bestOf(advisories.freeAbove(found), { ecosystem, version })
  if (best === undefined) return none
  return { kind: 'version', version: best, isMajor: !isSameMajor(ecosystem, best, version) }
}

function bestOf(
  free: Iterable<string>,
  { ecosystem, version }: { readonly ecosystem: string; readonly version: string },
): string | undefined {
  const firsts: (string | undefined)[] = [undefined, undefined, undefined, undefined]
  for (const each of free) {
    const rank =
      (isPrerelease(ecosystem, each) ? 2 : 0) + (isSameMajor(ecosystem, each, version) ? 0 : 1)
    firsts[rank] ??= each
    // They come lowest first: once past the own major there is none of it to come.
    if (rank < 2) break
  }
  return firsts.find((each) => each !== undefined)
}

function isSameMajor(ecosystem: string, one: string, other: string): boolean {
  // A release of a distribution has the versions it has: none of them is a larger step than another.
  return releaseOf(ecosystem) !== undefined || majorOf(one) === majorOf(other)
}

// Before 1.0.0 the second number is what breaks. A year is no major version.
function majorOf(version: string): string {
  const [major = '', minor = ''] = version.replace(/^v/, '').split(/[.-]/)
  if (/^(?:19|20)\d\d$/.test(major)) return 'year'
  return major === '0' ? `0.${minor}` : major
}

/** The release of a distribution in words (`Alpine v3.19`); undefined for what is no distribution. */
function releaseOf(ecosystem: string): string | undefined {
  const [base = '', ...release] = ecosystem.split(':')
  if (!DISTRIBUTIONS.has(base)) return undefined
  return [base, ...release].join(' ')
}

// Source: ecosystems of the OSV schema 1.7.5, read 2026-11-25.
const DISTRIBUTIONS = new Set([
  'AlmaLinux',
  'Alpaquita',
  'Alpine',
  'Azure Linux',
  'Chainguard',
  'Debian',
  'Echo',
  'Mageia',
  'MinimOS',
  'openEuler',
  'openSUSE',
  'Photon OS',
  'Red Hat',
  'Rocky Linux',
  'SUSE',
  'Ubuntu',
  'Wolfi',
])
