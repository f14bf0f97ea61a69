import { parseEcosystem } from './ecosystem.ts'
import { decisiveOf, type AffectedEntry } from './file/entries.ts'
import { entriesOf } from './match-package.ts'
import { inOrder, isWithin, type OrderedRange } from './match-versions.ts'
import type { PackageVersion } from './match.ts'
import type { StoreFiles } from './open-store.ts'
import { orderOf, type Compare } from './versions/compare-versions.ts'

/**
 * The versions of a package above the one in use that no advisory calls flawed, lowest first, among those that its
 * advisories name: as affected by another of them, or as mended. Of two spellings of one version the first one seen
 * stands. That nobody maintains a package is no flaw of a version. Each step costs O(advisories of the package).
 */
export function* freeAbove(files: StoreFiles, subject: PackageVersion): Iterable<string> {
  const { ecosystem, version } = subject
  const file = files.ecosystem(parseEcosystem(ecosystem).base)
  if (file === undefined || version === undefined) return
  const compare = orderOf(ecosystem)
  const entries = entriesOf(file, subject).filter(({ n }) => n === undefined || n === 'unsound')
  const flawed = entries.map((entry) => flawedBy(entry, compare))
  for (const rung of ladderOf(entries, version, compare)) {
    const [lowest = ''] = rung
    // Lists are cheap to ask and settle most, so ranges come last.
    const isListed = entries.some(({ v = [] }) => v.some((listed) => rung.has(listed)))
    if (!isListed && !flawed.some((isFlawed) => isFlawed(lowest))) yield lowest
  }
}

// An end that is no version may be anywhere: then no version is known to be free.
function flawedBy(entry: AffectedEntry, compare: Compare): (version: string) => boolean {
  const { ranges } = decisiveOf(entry)
  let ordered: readonly OrderedRange[] | undefined
  return (version) => {
    ordered ??= ranges.map((range) => inOrder(range, compare))
    return ordered.some((range) => !range.isReadable || isWithin(range, version, compare))
  }
}

/** The versions above `version` in their order, each with all its spellings. */
function ladderOf(
  entries: readonly AffectedEntry[],
  version: string,
  compare: Compare,
): readonly ReadonlySet<string>[] {
  const named = new Set(entries.flatMap(({ v = [], r = [] }) => [...fixesIn(r), ...v]))
  const above = [...named]
    .filter((each) => (compare(each, version) ?? 0) > 0)
    .toSorted((one, other) => compare(one, other) ?? 0)
  const rungs: Set<string>[] = []
  for (const each of above) {
    const last = rungs.at(-1)
    const [known] = last ?? []
    if (known !== undefined && compare(known, each) === 0) last?.add(each)
    else rungs.push(new Set([each]))
  }
  return rungs
}

function fixesIn(ranges: NonNullable<AffectedEntry['r']>): readonly string[] {
  return ranges.flat().flatMap(([kind, version]) => (kind === 'fixed' ? [version] : []))
}
