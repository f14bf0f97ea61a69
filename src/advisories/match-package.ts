import { packageKey, parseEcosystem, suffixesMeet } from './ecosystem.ts'
import { entryOf } from './entry-of.ts'
import { decisiveOf, type AffectedEntry } from './file/entries.ts'
import type { OpenFile } from './file/layout.ts'
import { AFFECTED_LIST } from './file/schema.ts'
import { exploitationOf, namesOf, severityOf } from './flaw.ts'
import { isAffected, type Answer } from './match-versions.ts'
import type { Match, PackageVersion } from './match.ts'
import type { StoreFiles } from './open-store.ts'
import { recordIn } from './prose.ts'
import { orderOf } from './versions/compare-versions.ts'

/** What is known against a package version, by advisory, in the order of their ids. Source: OSV schema 1.7.5. */
export function matchPackage(files: StoreFiles, subject: PackageVersion): readonly Match[] {
  const file = files.ecosystem(parseEcosystem(subject.ecosystem).base)
  if (file === undefined) return []
  const verdicts = verdictsOf(entriesOf(file, subject), subject)
  return [...verdicts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, verdict]) => matchOf(files, file, { id, ...verdict }))
}

/** What is kept of a package for its release, whichever its version. */
export function entriesOf(
  file: OpenFile,
  { ecosystem, name }: Pick<PackageVersion, 'ecosystem' | 'name'>,
): readonly AffectedEntry[] {
  const { base, suffix } = parseEcosystem(ecosystem)
  const key = packageKey(base, name)
  const isWanted = ([found]: readonly [string, unknown]): boolean => found === key
  const found = entryOf(file.section('names'), key, { schema: AFFECTED_LIST, isWanted })
  return (found?.[1] ?? []).filter((entry) => suffixesMeet(entry.x, suffix))
}

interface Verdict {
  readonly answer: Exclude<Answer, { readonly kind: 'clean' }>
  readonly entry: AffectedEntry
}

// An advisory may speak of a package several times; that it is affected outranks that nobody can tell.
function verdictsOf(
  entries: readonly AffectedEntry[],
  { ecosystem, version }: PackageVersion,
): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const entry of entries) {
    const answer = isAffected(
      decisiveOf(entry),
      version,
      orderOf(entry.x === undefined ? ecosystem : `${parseEcosystem(ecosystem).base}:${entry.x}`),
    )
    if (answer.kind === 'clean') continue
    const known = verdicts.get(entry.i)
    if (known === undefined) verdicts.set(entry.i, { answer, entry })
    else verdicts.set(entry.i, joined(known, { answer, entry }))
  }
  return verdicts
}

function joined(one: Verdict, other: Verdict): Verdict {
  if (one.answer.kind !== other.answer.kind) {
    return one.answer.kind === 'affected' ? one : other
  }
  const fixed = [...new Set([...one.answer.fixed, ...other.answer.fixed])]
  return { ...one, answer: { ...one.answer, fixed } }
}

function matchOf(
  files: StoreFiles,
  file: OpenFile,
  { id, answer, entry }: Verdict & { readonly id: string },
): Match {
  const record = recordIn(file, id) ?? { id, modified: '', summary: '' }
  const own = entry.s === undefined ? undefined : { ...entry.s, score: entry.s.score, from: id }
  return {
    id,
    aliases: namesOf(files, id).filter((name) => name !== id),
    upstream: record.upstream ?? [],
    answer: answer.kind,
    why: answer.kind === 'unknown' ? answer.why : undefined,
    summary: record.summary,
    severity: own ?? severityOf(files, record),
    fixed: answer.fixed,
    isMalicious: id.startsWith('MAL-'),
    informational: entry.n,
    published: record.published,
    modified: record.modified,
    ...exploitationOf(files, record),
  }
}
