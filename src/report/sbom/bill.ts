import type { Flaw } from '../../model/advisories.ts'
import type { FoundPackage } from '../../model/package.ts'
import { spotOf } from '../../model/place.ts'
import { purlOf } from '../../model/purl.ts'
import type { Statement } from '../../model/vex.ts'

/** A flaw with what was said of it; without a word, it is taken for affected. */
export interface BilledFlaw {
  readonly flaw: Flaw
  readonly statement: Statement | undefined
}

/** A package as a bill of materials has it: once, wherever it was found. */
export interface BillEntry {
  /** Unique in the bill. */
  readonly reference: string
  readonly ecosystem: string
  readonly name: string
  readonly version: string | undefined
  readonly purl: string | undefined
  /** Undefined where nothing tells what for. */
  readonly isDevelopment: boolean | undefined
  readonly isDirect: boolean
  readonly integrity: string | undefined
  readonly places: readonly { readonly file: string; readonly line: number }[]
  readonly flaws: readonly BilledFlaw[]
}

/** A bill of materials: what is in an estate, when (ISO 8601) and by which version of Portolan it was written. */
export interface Bill {
  readonly name: string
  readonly today: string
  readonly version: string
  readonly entries: readonly BillEntry[]
}

/** A package and what is known of it, before those of several files are put together. */
export interface Billed {
  readonly found: FoundPackage
  readonly flaws: readonly BilledFlaw[]
}

/** Puts together what several files name, in the order of their package URLs. O(packages log packages). */
export function entriesOf(packages: readonly Billed[]): readonly BillEntry[] {
  const groups = new Map<string, Billed[]>()
  for (const billed of packages) {
    const { ecosystem, name, version } = billed.found
    // Spellings of one name are one package.
    const key = purlOf(billed.found) ?? JSON.stringify([ecosystem, name, version ?? ''])
    groups.set(key, [...(groups.get(key) ?? []), billed])
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a !== b)))
    .flatMap(([, group]) => entryOf(group))
}

function entryOf(group: readonly Billed[]): readonly BillEntry[] {
  const [first] = group
  if (first === undefined) return []
  const { ecosystem, name, version } = first.found
  const purl = purlOf(first.found)
  const scopes = group.map(({ found }) => found.scope)
  return [
    {
      reference: purl ?? `${ecosystem}/${name}@${version ?? ''}`,
      ecosystem,
      name,
      version,
      purl,
      isDevelopment: scopes.includes('production')
        ? false
        : scopes.includes('unknown')
          ? undefined
          : true,
      isDirect: group.some(({ found }) => found.isDirect === true),
      integrity: first.found.integrity,
      places: group
        .map(({ found }) => spotOf(found.place))
        .map(({ file, line }) => ({ file, line })),
      flaws: first.flaws,
    },
  ]
}
