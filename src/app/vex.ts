import { resolve } from 'node:path'
import { fail, succeed, type Result } from '../base/result.ts'
import { decodeText } from '../intake/decode-text.ts'
import { DEFAULT_INTAKE_LIMITS } from '../intake/limits.ts'
import { readBytes } from '../intake/read-bytes.ts'
import { readVex } from '../intake/vex/read-vex.ts'
import type { Advisories, Flaw } from '../model/advisories.ts'
import type { PackageFacts } from '../model/package.ts'
import { packageOf, readPurl } from '../model/purl.ts'
import type { SpokenStatement, Statement } from '../model/vex.ts'

/** Finds what was said of a flaw in a package; later files and lines have the last word. */
type Speaker = (
  found: Pick<PackageFacts, 'ecosystem' | 'name' | 'version'>,
  flaw: Flaw,
) => Statement | undefined

/** What was said, in the order in which it counts. */
export type Statements = readonly SpokenStatement[]

/** Reads the VEX files that were named. Fails for the first that is none: a statement unheard is no small thing. */
export function readStatements(
  files: readonly string[],
  workingFolder: string,
): Result<Statements> {
  const spoken: SpokenStatement[] = []
  for (const file of files) {
    const bytes = readBytes(resolve(workingFolder, file), file, DEFAULT_INTAKE_LIMITS.maxFileBytes)
    if (!bytes.ok) return bytes
    const text = decodeText(bytes.value, file)
    if (!text.ok) return text
    const read = readVex({ file, text: text.value })
    if (!read.ok) return fail(read.fault)
    spoken.push(...read.value)
  }
  return succeed(spoken)
}

/** The same matches, each flaw with what `statements` say of it. Nothing is left out. */
export function heeding(match: Advisories['match'], statements: Statements): Advisories['match'] {
  if (statements.length === 0) return match
  const speaker = speakerOf(statements)
  return (subject) => match(subject).map((flaw) => ({ ...flaw, said: speaker(subject, flaw) }))
}

function speakerOf(spoken: Statements): Speaker {
  const byId = new Map<string, SpokenStatement[]>()
  for (const each of spoken)
    for (const id of each.ids) byId.set(id, [...(byId.get(id) ?? []), each])
  return (found, { id, aliases }) => {
    const about = [id, ...aliases].flatMap((name) => byId.get(name) ?? [])
    return about.findLast(
      ({ purls }) => purls.length === 0 || purls.some((purl) => means(purl, found)),
    )?.statement
  }
}

// A package URL without a version means all versions; one that names no package of ours means none.
function means(text: string, found: Parameters<Speaker>[0]): boolean {
  const purl = readPurl(text)
  const named = purl && packageOf(purl)
  if (named === undefined) return false
  const isSame =
    baseOf(named.ecosystem) === baseOf(found.ecosystem) &&
    spelled(named.name) === spelled(found.name)
  return isSame && (named.version === undefined || named.version === found.version)
}

function baseOf(ecosystem: string): string {
  return ecosystem.split(':', 1)[0] ?? ''
}

function spelled(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-')
}
