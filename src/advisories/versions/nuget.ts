import { compareSemver } from './semver.ts'

/** The order of NuGet: four numbers, case of the prerelease ignored. Undefined when one of the two is no version. */
export function compareNuget(one: string, other: string): number | undefined {
  return compareSemver(one.toLowerCase(), other.toLowerCase())
}
