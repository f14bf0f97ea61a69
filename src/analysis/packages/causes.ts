import type { Flaw } from '../../model/advisories.ts'
import type { FoundPackage } from '../../model/package.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { examinedIn, isFlaw, type ExaminedPackage } from './flawed.ts'

/** A package with its flaws, one or more. */
interface FlawedPackage {
  readonly found: FoundPackage
  readonly flaws: readonly Flaw[]
}

/** What one direct dependency of one lock file brings that is flawed: one change mends it all. */
export interface Cause {
  /** The direct dependency; the package itself where nothing tells who brings it. */
  readonly bringer: FoundPackage
  /** Those it brings, itself included, in the order of the file. */
  readonly packages: readonly FlawedPackage[]
  /** Whether production needs any of the flawed packages; undefined where nobody knows. */
  readonly isProduction: boolean | undefined
}

/** The causes of a lock file, in the order of its text. O(packages) when first asked, then looked up. */
export function causesIn(file: Resource, scene: Scene): readonly Cause[] {
  const examined = examinedIn(file, scene)
  const known = causesOf.get(examined)
  if (known !== undefined) return known
  const causes = causesAmong(examined)
  causesOf.set(examined, causes)
  return causes
}

// What was examined is kept by file, and so is what it comes to.
const causesOf = new WeakMap<readonly ExaminedPackage[], readonly Cause[]>()

function causesAmong(examined: readonly ExaminedPackage[]): readonly Cause[] {
  const flawed = examined.filter(({ flaws = [] }) => flaws.some(concerns))
  if (flawed.length === 0) return []
  const direct = new Map<string, FoundPackage>()
  for (const { found } of examined)
    if (found.isDirect === true && found.bringer !== undefined && !direct.has(found.bringer.name))
      direct.set(found.bringer.name, found)
  const groups = new Map<FoundPackage, FlawedPackage[]>()
  for (const { found, flaws = [] } of flawed) {
    const bringer = bringerOf(found, direct)
    const group = groups.get(bringer) ?? []
    group.push({ found, flaws: flaws.filter(concerns) })
    groups.set(bringer, group)
  }
  return [...groups].map(([bringer, packages]) => ({
    bringer,
    packages,
    isProduction: isProduction(packages),
  }))
}

function bringerOf(found: FoundPackage, direct: ReadonlyMap<string, FoundPackage>): FoundPackage {
  if (found.isDirect === true || found.bringer === undefined) return found
  return direct.get(found.bringer.name) ?? found
}

// What cannot be told is told as such; what nobody maintains any more is no flaw.
function concerns(flaw: Flaw): boolean {
  return isFlaw(flaw) || flaw.answer === 'unknown'
}

function isProduction(packages: readonly FlawedPackage[]): boolean | undefined {
  const scopes = packages.map(({ found }) => found.scope)
  if (scopes.includes('production')) return true
  return scopes.includes('unknown') ? undefined : false
}

/** Every flaw of a cause, for sure ones only or for those that cannot be told. */
export function flawsIn({ packages }: Cause, answer: Flaw['answer']): readonly Flaw[] {
  return packages.flatMap(({ flaws }) => flaws.filter((flaw) => flaw.answer === answer))
}

/** How bad the worst of some flaws is; `unknown` where none of them says. */
export function worstLevel(
  flaws: readonly Flaw[],
): 'critical' | 'high' | 'medium' | 'low' | 'unknown' {
  const levels = ['critical', 'high', 'medium', 'low'] as const
  return (
    levels.find((level) => flaws.some(({ severity }) => severity?.level === level)) ?? 'unknown'
  )
}

// From this chance of attacks within 30 days on, waiting costs more than updating: one in ten.
const LIKELY = 0.1

/** Whether a flaw is attacked, or likely to be: CISA's list, or FIRST's estimate of one in ten and more. */
export function isExploited({ kev, epss, isMalicious }: Flaw): boolean {
  return isMalicious || kev !== undefined || (epss?.probability ?? 0) >= LIKELY
}
