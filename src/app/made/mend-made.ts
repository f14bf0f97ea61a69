import { groupBy } from '../../base/group.ts'
import { applyEdits } from '../../fix/apply.ts'
import { aimsOf, type Aim, type Materials } from '../../fix/made/aims.ts'
import { writtenText, type WrittenText } from '../../fix/made/written-text.ts'
import { draftsAt, type Drafts } from '../../intake/drafts.ts'
import { readEstate, type Estate, type EstateRequest } from '../../intake/read-estate.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import type { Edit, FieldEdit } from '../../model/edit.ts'
import type { Via } from '../../model/making.ts'
import type { Scene } from '../../model/scene.ts'
import type { Source } from '../../model/source.ts'
import { isMade, type Finding } from '../../verdict/finding.ts'
import { isProven } from './is-proven.ts'
import { valuesOf } from './values-of.ts'

/** What mending made objects needs besides the findings. */
export interface MadeTerms {
  readonly request: EstateRequest
  readonly judge: (scene: Scene) => readonly Finding[]
  readonly isWanted: (finding: Finding) => boolean
}

/** A file that objects are made of, changed, and the findings that this closes. */
export interface MadeDraft {
  readonly before: Source
  readonly after: string
  readonly closed: readonly Finding[]
}

/**
 * Drafts the changes of templates, values, bases and patches that close findings of what is made of them. Each one is
 * proven: with it everything is made again, and then the finding is gone and nothing but its fields is another. What
 * cannot be proven is left out. A chart or all kustomizations are made once and, for what fails, twice for each finding.
 */
export function mendMade(findings: readonly Finding[], terms: MadeTerms): readonly MadeDraft[] {
  const scopes = groupBy(findings, ({ place }) => scopeOf(place.document.making?.via))
  const drafts = [...scopes].flatMap(([scope, members]) => {
    const targets = scope === '' ? terms.request.targets : [scope]
    const request = { ...terms.request, targets }
    return mendScope(new Set(members.map(({ id }) => id)), { ...terms, request })
  })
  // A file that two charts share was changed by one of them without asking the other.
  const files = new Set<string>()
  return drafts.filter(({ before }) => files.size < files.add(before.file).size)
}

// A chart is made for itself; kustomizations share their bases.
function scopeOf(via: Via | undefined): string {
  return via?.maker === 'helm' ? via.target : ''
}

/** A finding, and what is tried to close it. */
interface Attempt {
  readonly finding: Finding
  /** The edits of the made object. */
  readonly edits: readonly FieldEdit[]
  readonly aims: readonly Aim[]
}

/** What was proven so far, and what it was proven against. */
interface Bench extends MadeTerms {
  readonly estate: Estate
  readonly attempts: readonly Attempt[]
  /** How often more everything may be made. */
  readonly budget: { trials: number }
}

// A chart of a hundred templates takes some 50 ms.
const MOST_TRIALS = 200
const MOST_AIMS = 4
// One fix may reveal another, but not for long.
const MOST_ROUNDS = 5

function mendScope(ids: ReadonlySet<string>, terms: MadeTerms): readonly MadeDraft[] {
  const budget = { trials: MOST_TRIALS }
  const known = new Set<string>()
  let drafts: readonly MadeDraft[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const request = { ...terms.request, drafts: pathsOf(drafts, terms.request) }
    const estate = readEstate(request)
    const found = findingsIn(estate, terms.judge)
    const chosen = found.filter(
      (finding) => isMade(finding) && (round === 0 ? ids.has(finding.id) : !known.has(finding.id)),
    )
    for (const { id } of found) known.add(id)
    const bench = { ...terms, request, estate, attempts: [], budget }
    const fresh = draftsOf(mendRound(chosen.filter(terms.isWanted), bench))
    if (fresh.length === 0) break
    drafts = joined(drafts, fresh)
  }
  return drafts
}

function mendRound(findings: readonly Finding[], start: Bench): readonly Attempt[] {
  const materials = materialsOf(start.estate, start.request)
  let bench = start
  let left = findings
  for (let choice = 0; choice < MOST_AIMS && left.length > 0; choice++) {
    const attempts = left.flatMap((finding) => attemptAt(finding, choice, materials))
    bench = proveAll(attempts, bench)
    const closed = new Set(bench.attempts.map(({ finding }) => finding.id))
    left = left.filter(({ id }) => !closed.has(id))
  }
  return bench.attempts
}

// The later text is made of the earlier one.
function joined(drafts: readonly MadeDraft[], fresh: readonly MadeDraft[]): readonly MadeDraft[] {
  const kept = drafts.filter(
    ({ before }) => !fresh.some((each) => each.before.file === before.file),
  )
  const renewed = fresh.map((each) => {
    const earlier = drafts.find(({ before }) => before.file === each.before.file)
    if (earlier === undefined) return each
    return { ...each, before: earlier.before, closed: [...earlier.closed, ...each.closed] }
  })
  return [...kept, ...renewed]
}

function findingsIn({ scene, renderings = [scene] }: Estate, judge: MadeTerms['judge']) {
  const found = renderings.flatMap((each) => judge(each))
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index)
}

function materialsOf(estate: Estate, request: EstateRequest): Materials {
  const known = new Map<string, WrittenText | undefined>()
  const read = (source: Source): WrittenText | undefined => {
    if (!known.has(source.file)) known.set(source.file, writtenText(source, readYaml))
    return known.get(source.file)
  }
  return { read, values: valuesOf(estate, request) }
}

function attemptAt(finding: Finding, choice: number, materials: Materials): readonly Attempt[] {
  const edits = finding.edits()
  const fields = edits.filter(isFieldEdit)
  // An object of its own has no place in a template.
  if (fields.length === 0 || fields.length < edits.length) return []
  const aims = fields.flatMap((edit) => aimsOf(edit, materials)[choice] ?? [])
  if (aims.length < fields.length) return []
  return [{ finding, edits: aims.map(({ meant }) => meant), aims }]
}

function isFieldEdit(edit: Edit): edit is FieldEdit {
  return edit.kind !== 'append'
}

// All at once; what fails is halved until the bad ones stand alone.
function proveAll(attempts: readonly Attempt[], bench: Bench): Bench {
  if (attempts.length === 0 || bench.budget.trials === 0) return bench
  bench.budget.trials--
  const together = [...bench.attempts, ...attempts]
  if (isClosing(together, bench)) return { ...bench, attempts: together }
  if (attempts.length === 1) return bench
  const middle = attempts.length >> 1
  return proveAll(attempts.slice(middle), proveAll(attempts.slice(0, middle), bench))
}

function isClosing(attempts: readonly Attempt[], { request, estate, judge }: Bench): boolean {
  const drafts = draftsOf(attempts)
  if (drafts.length === 0) return false
  const after = readEstate({
    ...request,
    drafts: new Map([...(request.drafts ?? []), ...pathsOf(drafts, request)]),
  })
  const edits = attempts.flatMap((attempt) => attempt.edits)
  if (!isProven(estate, after, edits)) return false
  const left = new Set(findingsIn(after, judge).map(({ id }) => id))
  return attempts.every(({ finding }) => !left.has(finding.id))
}

function changedTexts(attempts: readonly Attempt[]): ReadonlyMap<Source, string> | undefined {
  const byText = groupBy(
    attempts.flatMap(({ aims }) => aims),
    ({ text }) => text,
  )
  const changed = new Map<Source, string>()
  for (const [{ readable, source, restore }, aims] of byText) {
    const edits = aims.map(({ edit }) => edit)
    const patch = applyEdits(readable, edits, readYaml)
    if (patch.refused.length > 0) return undefined
    const restored = restore(patch.text)
    if (restored === undefined) return undefined
    changed.set(source, restored)
  }
  return changed
}

function pathsOf(drafts: readonly MadeDraft[], { workingFolder }: EstateRequest): Drafts {
  const sources = drafts.map(({ before, after }) => ({ file: before.file, text: after }))
  return draftsAt(sources, workingFolder)
}

function draftsOf(attempts: readonly Attempt[]): readonly MadeDraft[] {
  return [...(changedTexts(attempts) ?? [])].map(([before, after]) => ({
    before,
    after,
    closed: attempts
      .filter(({ aims }) => aims[0]?.text.source === before)
      .map(({ finding }) => finding),
  }))
}
