import { carriersOf } from '../analysis/packages/carriers.ts'
import { worstLevel, isExploited } from '../analysis/packages/causes.ts'
import { distinctFlaws, flawName } from '../analysis/packages/distinct.ts'
import { fixOf } from '../analysis/packages/fix-of.ts'
import { countPackages, examinedIn, type ExaminedPackage } from '../analysis/packages/flawed.ts'
import type { Fault } from '../base/fault.ts'
import { readEstate } from '../intake/read-estate.ts'
import type { Advisories, AdvisorySnapshot, Flaw } from '../model/advisories.ts'
import { lockFilesIn, type Bringer, type PackageScope } from '../model/package.ts'
import { spotOf } from '../model/place.ts'
import { purlOf } from '../model/purl.ts'
import type { Statement } from '../model/vex.ts'
import { noFixWords } from '../rules/code/no-fix-words.ts'
import { exposureWords } from '../rules/code/package-power.ts'
import { advisoryAges, type AdvisoryAge } from '../verdict/advisory-age.ts'
import { EXIT } from './outcome.ts'
import { estateRequest, type EstateTerms } from './scan.ts'

/** A package of an estate, as lists show it. */
export interface ListedPackage {
  readonly ecosystem: string
  readonly name: string
  /** Null where none is pinned. */
  readonly version: string | null
  /** The advisories that speak of this version, sorted. */
  readonly ids: readonly string[]
  /** The same flaws, each once, by the name that most know, sorted. */
  readonly flaws: readonly string[]
  /** `file:line:column`. */
  readonly place: string
  /** Whether only development needs it; null where nothing tells. */
  readonly dev: boolean | null
  readonly direct: boolean | null
  /** The direct dependency that brings it, and where its manifest asks for it. */
  readonly broughtBy: Bringer | null
  readonly purl: string | null
  /** Whether anything is known of its ecosystem: without, no ids do not mean no flaws. */
  readonly examined: boolean
  /** The advisories for which it cannot be told whether they mean this version. */
  readonly unsure: readonly string[]
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'unknown' | null
  readonly exploited: boolean
  /** In which workloads it runs and what leads there, in words; null where nothing is known. */
  readonly exposed: string | null
  /** The lowest version without a known flaw, of the same major where there is one; null when there is none. */
  readonly fix: string | null
  /** Whether it is of another major version; null without a fix. */
  readonly isMajorFix: boolean | null
  /** Why there is none, in words; null when there is one, or nothing to mend. */
  readonly noFix: string | null
  /** The versions that mend each of its flaws, by advisory; empty lists where no fix is known. */
  readonly fixes: Readonly<Record<string, readonly string[]>>
  readonly source: string | null
  /** What was said of its flaws, by advisory (VEX). */
  readonly states: Readonly<Record<string, Statement>>
}

/** The packages of an estate. */
export interface PackageList {
  readonly packages: readonly ListedPackage[]
  /** How many packages there are, whatever is shown. */
  readonly all: number
  readonly examined: number
  readonly flawed: number
  /** The ecosystems that were not examined, with the number of their packages. */
  readonly unknown: ReadonlyMap<string, number>
  /** Undefined without a database of advisories. */
  readonly snapshots: readonly AdvisorySnapshot[] | undefined
  /** How old the advisories are that speak of them. */
  readonly ages: readonly AdvisoryAge[]
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** The packages of an estate: all of them, or those that something is known against. O(files + packages). */
export function listPackages(terms: EstateTerms, shown: 'all' | 'vulnerable'): PackageList {
  const { scene, faults } = readEstate(estateRequest(terms))
  const listed = lockFilesIn(scene).flatMap((file) => {
    const exposed = exposureWords(carriersOf(file, scene), scene) ?? null
    const terms = { exposed, advisories: scene.advisories }
    return examinedIn(file, scene).map((each) => listedPackage(each, terms))
  })
  const { all, examined, flawed, unknown } = countPackages(scene)
  const ages = advisoryAges(scene)
  const packages =
    shown === 'all' ? listed : listed.filter(({ ids, unsure }) => ids.length + unsure.length > 0)
  return {
    packages,
    all,
    examined,
    flawed,
    unknown,
    snapshots: scene.advisories?.snapshots,
    faults,
    ages,
    exitCode: faults.length > 0 ? EXIT.incomplete : exitFor(examined < all, ages),
  }
}

// Who asks for packages asks for their flaws: without a database for them the answer is missing.
function exitFor(isUnknown: boolean, ages: readonly AdvisoryAge[]): number {
  return isUnknown || ages.some(({ state }) => state === 'stale') ? EXIT.dataMissing : EXIT.fine
}

interface ListingTerms {
  readonly exposed: string | null
  readonly advisories: Advisories | undefined
}

function listedPackage(
  { found, flaws: known }: ExaminedPackage,
  { exposed, advisories }: ListingTerms,
): ListedPackage {
  const { ecosystem, name, version, scope, isDirect, bringer, source, place } = found
  const flaws = known ?? []
  const sure = flaws.filter(({ answer }) => answer === 'affected')
  const fix = fixOf({ found, flaws: sure }, advisories)
  const { file, line, column } = spotOf(place)
  return {
    ecosystem,
    name,
    version: version ?? null,
    ids: idsOf(sure),
    flaws: distinctFlaws(sure).map(flawName).toSorted(),
    place: `${file}:${line}:${column}`,
    dev: isDev(scope),
    direct: isDirect ?? null,
    broughtBy: bringer ?? null,
    purl: purlOf(found) ?? null,
    examined: known !== undefined,
    unsure: idsOf(flaws.filter(({ answer }) => answer === 'unknown')),
    severity: sure.length === 0 ? null : worstLevel(sure),
    exploited: sure.some(isExploited),
    exposed: scope === 'development' ? null : exposed,
    fix: fix.kind === 'version' ? fix.version : null,
    isMajorFix: fix.kind === 'version' ? fix.isMajor : null,
    noFix: sure.length === 0 || fix.kind === 'version' ? null : noFixWords(fix),
    fixes: Object.fromEntries(sure.map(({ id, fixed }) => [id, fixed])),
    source: source ?? null,
    states: Object.fromEntries(
      flaws.flatMap(({ id, said }) => (said === undefined ? [] : [[id, said] as const])),
    ),
  }
}

function idsOf(flaws: readonly Flaw[]): readonly string[] {
  return flaws.map(({ id }) => id).toSorted()
}

function isDev(scope: PackageScope): boolean | null {
  return scope === 'unknown' ? null : scope === 'development'
}
