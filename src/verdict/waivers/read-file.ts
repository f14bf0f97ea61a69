import { safeParse } from 'valibot'
import type { Fault } from '../../base/fault.ts'
import type { Document, Path } from '../../model/document.ts'
import { isList } from '../../model/part.ts'
import { spotOf } from '../../model/place.ts'
import { waiverSchema, type WaiverEntry } from './schema.ts'
import { checkTerms, isRule } from './terms.ts'
import type { PathOf, Scope, Waiver, WaiverPolicy } from './waiver.ts'

/** The waivers of a file, and a fault for each entry that is none. */
export interface WaiverReading {
  readonly waivers: readonly Waiver[]
  readonly faults: readonly Fault[]
}

/** Reads the list of waivers that a file holds. `pathOf` gives the paths that they speak of. */
export function readWaiverFile(
  document: Document,
  {
    pathOf,
    policy,
    today,
  }: { readonly pathOf: PathOf; readonly policy: WaiverPolicy; readonly today: string },
): WaiverReading {
  // A file of comments only is the list that nobody has begun yet.
  if (document.value === null) return { waivers: [], faults: [] }
  if (!isList(document.value)) return { waivers: [], faults: [noList(document)] }
  const waivers: Waiver[] = []
  const faults: Fault[] = []
  const ids = new Set<string>()
  for (const [index, value] of document.value.entries()) {
    const entry = readEntry(document, index, value)
    const read =
      'code' in entry ? entry : waiverOf(entry, { document, index, pathOf, policy, today })
    if ('code' in read) faults.push(read)
    else if (ids.has(read.id)) faults.push(sameId(document, index, read.id))
    else waivers.push(read)
    if (!('code' in entry)) ids.add(entry.id)
  }
  return { waivers, faults }
}

function readEntry(document: Document, index: number, value: unknown): WaiverEntry | Fault {
  const parsed = safeParse(waiverSchema, value)
  if (parsed.success) return parsed.output
  // A word that is missing is most often one that is misspelt.
  const [first] = parsed.issues
  const issue = parsed.issues.find(({ expected }) => expected === 'never') ?? first
  const path: Path = [
    index,
    ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
  ]
  const word = String(path.at(-1))
  if (issue.type !== 'strict_object' || issue.expected === 'Object') {
    return fault(document, path, issue.message, REMEDY)
  }
  const [known, what] =
    path.length > 2 ? [SCOPE_WORDS, 'what a waiver matches'] : [WORDS, 'a waiver']
  return issue.expected === 'never'
    ? fault(document, path, `"${word}" is no word of ${what}.`, `It knows ${known}.`)
    : fault(document, [index], `The waiver has no ${word}.`, REMEDY)
}

const WORDS =
  'id, rule, match, reason, owner, expires, approvedBy, ticket, mitigation and untilFixed'
const SCOPE_WORDS = 'cluster, namespace, kind, name, container, path, image, purl and part'
const REMEDY = 'docs/api/waivers.schema.json tells what a waiver is; portolan lift RULE writes one.'

interface Setting {
  readonly document: Document
  readonly index: number
  readonly pathOf: PathOf
  readonly policy: WaiverPolicy
  readonly today: string
}

function waiverOf(entry: WaiverEntry, setting: Setting): Waiver | Fault {
  const { document, index, pathOf, policy, today } = setting
  const { id, match, reason, owner, approvedBy, expires, ticket, mitigation, untilFixed } = entry
  const rule = checkTerms({ ...entry, approvedBy }, policy, today)
  if (!isRule(rule)) return fault(document, [index, rule.term], rule.message, rule.remedy)
  const scope = scopeOf(match)
  if (isUnbounded(scope)) return fault(document, [index, 'match'], EVERYTHING, NAME_SOMETHING)
  return {
    id,
    rule,
    source: 'file',
    at: pointAt(document, [index]),
    cover: { kind: 'scope', scope, pathOf },
    reason,
    owner,
    expires,
    untilFixed: untilFixed ?? false,
    ...(approvedBy !== undefined && { approvedBy }),
    ...(ticket !== undefined && { ticket }),
    ...(mitigation !== undefined && { mitigation }),
  }
}

const EVERYTHING = 'The waiver matches everything, or everything of a kind.'
const NAME_SOMETHING = 'Name a namespace, a name, a container, an image, a package or a path.'

function scopeOf(match: WaiverEntry['match']): Scope {
  return Object.fromEntries(
    Object.entries(match).map(([key, value]) => [key, typeof value === 'string' ? [value] : value]),
  )
}

// A star alone names nothing; neither does a kind, nor a whole cluster.
function isUnbounded({ namespace, name, container, path, image, purl }: Scope): boolean {
  const isNaming = (names: readonly string[] = []): boolean =>
    names.length > 0 && names.every((text) => /[^*?/]/.test(text))
  const packages = purl?.map((text) => text.replace(/^pkg:[^/]*\//, '').replace(/@[^/]*$/, ''))
  return ![namespace, name, container, path, image, packages].some(isNaming)
}

function sameId(document: Document, index: number, id: string): Fault {
  const remedy = 'Give each waiver an id of its own.'
  return fault(document, [index, 'id'], `There is a waiver ${id} already.`, remedy)
}

function noList(document: Document): Fault {
  return fault(document, [], 'A waiver file holds a list of waivers.', REMEDY)
}

function fault(document: Document, path: Path, message: string, remedy: string): Fault {
  return { code: 'WAIVER_FILE', at: pointAt(document, path), message, remedy }
}

function pointAt(document: Document, path: Path): string {
  const { file, line, column } = spotOf({ document, path })
  return `${file}:${line}:${column}`
}
