import type { Advisories, Flaw } from '../../model/advisories.ts'
import { lockFilesIn, packagesIn, type FoundPackage } from '../../model/package.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** A package with what is known against it; `flaws` is undefined where its ecosystem was not examined. */
export interface ExaminedPackage {
  readonly found: FoundPackage
  readonly flaws: readonly Flaw[] | undefined
}

/**
 * The packages of a lock file with what is known against each. An ecosystem that the advisories do not have, or all of
 * them without any, is not examined. O(packages) when first asked, then looked up.
 */
export function examinedIn(file: Resource, { advisories }: Scene): readonly ExaminedPackage[] {
  const known = answers.get(file)
  if (known !== undefined && known.advisories === advisories) return known.examined
  const examined = packagesIn(file).map((found) => ({ found, flaws: flawsOf(found, advisories) }))
  answers.set(file, { advisories, examined })
  return examined
}

interface Answer {
  readonly advisories: Advisories | undefined
  readonly examined: readonly ExaminedPackage[]
}

// Kept by file, not by scene: scenes of several renderings share their lock files.
const answers = new WeakMap<Resource, Answer>()

function flawsOf(
  { ecosystem, name, version }: FoundPackage,
  advisories: Advisories | undefined,
): readonly Flaw[] | undefined {
  if (advisories?.has(ecosystem) !== true) return undefined
  return advisories.match({ ecosystem, name, version })
}

/** How many packages a scene has, how many of them were examined, and how many have a flaw. */
export interface PackageCount {
  readonly all: number
  readonly examined: number
  readonly flawed: number
  /** The ecosystems that nothing is known of, with their packages, most first. */
  readonly unknown: ReadonlyMap<string, number>
}

/** Counts the packages of all lock files; one that several files name counts in each of them. A flaw that does no harm, as
 * somebody says, is none here. O(packages).
 */
export function countPackages(scene: Scene): PackageCount {
  const all = lockFilesIn(scene).flatMap((file) => examinedIn(file, scene))
  const examined = all.filter(({ flaws }) => flaws !== undefined)
  const unknown = new Map<string, number>()
  for (const { found, flaws } of all) {
    if (flaws !== undefined) continue
    const [ecosystem = ''] = found.ecosystem.split(':', 1)
    unknown.set(ecosystem, (unknown.get(ecosystem) ?? 0) + 1)
  }
  return {
    all: all.length,
    examined: examined.length,
    flawed: examined.filter(({ flaws = [] }) => flaws.some(counts)).length,
    unknown: new Map([...unknown].toSorted(([, a], [, b]) => b - a)),
  }
}

function counts(flaw: Flaw): boolean {
  return isFlaw(flaw) && !isSettled(flaw)
}

/** Whether somebody says that a flaw does no harm here: the package is not affected, or was mended (VEX). */
export function isSettled({ said }: Flaw): boolean {
  return said?.status === 'not_affected' || said?.status === 'fixed'
}

/** Whether an advisory tells of a flaw for sure: not of a package that nobody maintains any more. */
export function isFlaw({ answer, informational }: Flaw): boolean {
  return answer === 'affected' && (informational === undefined || informational === 'unsound')
}
