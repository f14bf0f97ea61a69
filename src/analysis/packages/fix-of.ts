import { compareVersions } from '../../advisories/versions/compare-versions.ts'
import type { FlawedPackage } from './causes.ts'

/** The lowest version that all advisories about a package call mended; `none` when one of them knows no such version. */
export type PackageFix =
  | { readonly kind: 'version'; readonly version: string; readonly isMajor: boolean }
  | { readonly kind: 'none' }

const NONE: PackageFix = { kind: 'none' }

/**
 * What the advisories themselves say: for each flaw the lowest mended version above the one in use, of the same major
 * where there is one; of these the highest. Whether other advisories speak of it is another question. O(flaws).
 */
export function fixOf({ found, flaws }: FlawedPackage): PackageFix {
  const { ecosystem, version } = found
  if (version === undefined || flaws.length === 0) return NONE
  let highest: string | undefined
  for (const { fixed } of flaws) {
    const above = fixed.filter((each) => (compareVersions(ecosystem, each, version) ?? 0) > 0)
    const next = above.find((each) => majorOf(each) === majorOf(version)) ?? above[0]
    if (next === undefined) return NONE
    const isHigher = highest === undefined || (compareVersions(ecosystem, next, highest) ?? 0) > 0
    if (isHigher) highest = next
  }
  if (highest === undefined) return NONE
  return { kind: 'version', version: highest, isMajor: majorOf(highest) !== majorOf(version) }
}

// Before 1.0.0 the second number is what breaks.
function majorOf(version: string): string {
  const [major = '', minor = ''] = version.replace(/^v/, '').split('.')
  return major === '0' ? `0.${minor}` : major
}
