import type { PackageFix } from '../../analysis/packages/fix-of.ts'

/** Why a package has no version to take in its place, without a full stop. A distribution may still mend its release. */
export function noFixWords(fix: PackageFix | undefined): string {
  return fix?.kind === 'none' && fix.release !== undefined
    ? `${fix.release} has no fix yet`
    : 'no version mends it yet'
}
