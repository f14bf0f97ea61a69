import type { Fault } from '../base/fault.ts'
import { groupBy, type Groups } from '../base/group.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { discreetDiff, type SecretLines } from '../fix/unified-diff.ts'
import { readEstate, type Estate } from '../intake/read-estate.ts'
import { LOCK_FILE } from '../model/package.ts'
import type { Scene } from '../model/scene.ts'
import type { Source } from '../model/source.ts'
import { secretLinesOf } from '../rules/data/secret-lines.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { findingsOf, isFixable, isMade, type Finding } from '../verdict/finding.ts'
import { firstRendering } from '../verdict/renderings.ts'
import { liftFindings, type Leave, type Lifted } from '../verdict/waivers/lift.ts'
import { askedRules, type JudgingTerms } from './asked-rules.ts'
import { mend, type Judge, type Mended } from './fix-rounds.ts'
import { mendMade, type MadeDraft } from './made/mend-made.ts'
import { secretLinesIn } from './made/secret-lines-in.ts'
import { narrowSurvey } from './narrow.ts'
import { EXIT } from './outcome.ts'
import { estateRequest, type EstateTerms } from './scan.ts'
import type { Selection } from './selection.ts'
import { misuse } from './usage.ts'
import { leaveOf } from './waivers.ts'

/** What is to be mended, and where. */
export interface FixRequest extends JudgingTerms {
  readonly estate: EstateTerms
  readonly selection: Selection
  /** Ids of the findings to mend; when there are none, all that the selection finds. */
  readonly findings: readonly string[]
  /** Leaves alone what may break what runs today. */
  readonly onlySafe: boolean
}

/** A file that changes. */
export interface MendedFile {
  readonly file: string
  readonly before: string
  readonly after: string
  /** The lines of `before` that a diff must not show. */
  readonly secretLines: SecretLines
  /** The rules that were satisfied in it, each with how often. */
  readonly mended: readonly { readonly rule: string; readonly count: number }[]
}

/** Findings of one rule that stay, and why. */
interface Leftover {
  readonly rule: string
  readonly count: number
  readonly why: string
}

/** What mending comes to. Nothing was written yet. */
export interface FixPlan {
  readonly files: readonly MendedFile[]
  readonly leftovers: readonly Leftover[]
  /** What could not be read, and what was refused. */
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** Reads and judges the estate, and drafts the changes that close what was asked for. */
export function planFix(request: FixRequest): Result<FixPlan> {
  const rules = rulesFor(request)
  if (!rules.ok) return rules
  const estate = readEstate(estateRequest(request.estate))
  const leave = leaveOf(request.estate)
  if (!leave.ok) return leave
  const judgeAll = judgeOf(request, rules.value, { estate, leave: leave.value })
  const { findings: found, faults } = judgeAll(firstRendering(estate))
  const missing = request.findings.find((id) => !found.some((finding) => finding.id === id))
  if (missing !== undefined) return fail(noFinding(missing))
  const lifted = request.findings.length > 0 ? found.find(isWaived) : undefined
  if (lifted !== undefined) return fail(waivedFinding(lifted))
  const judgeAsked: Judge = (scene) =>
    judgeAll(scene).findings.filter((finding) => !isWaived(finding))
  const asked = found.filter((finding) => !isWaived(finding))
  const { onlySafe } = request
  const mended = mend(firstRendering(estate), judgeAsked, (finding) => isWanted(finding, onlySafe))
  const made = mendMade(asked.filter(isMade), {
    request: estateRequest(request.estate),
    judge: judgeAsked,
    isWanted: (finding) => isWanted(finding, onlySafe),
  })
  const read = { ...estate, faults: [...estate.faults, ...faults] }
  return succeed(planOf(request, read, { asked, mended, made }))
}

// A finding that is named is mended, also where its stop is off.
function rulesFor({
  findings,
  selection,
  profile,
  offStops,
}: FixRequest): ReturnType<typeof askedRules> {
  const isNamed = findings.length > 0
  return askedRules(selection, {
    ...(profile && { profile }),
    ...(!isNamed && offStops && { offStops }),
  })
}

/** The changes as `git apply` takes them, and where (`file:line`) there are some that would show a secret. */
export function diffOf(files: readonly MendedFile[]): {
  readonly text: string
  readonly withheld: readonly string[]
} {
  const diffs = files.map(({ file, before, after, secretLines }) => ({
    file,
    ...discreetDiff(file, before, after, secretLines),
  }))
  return {
    text: diffs.map(({ text }) => text).join(''),
    withheld: diffs.flatMap(({ file, withheld }) => withheld.map((line) => `${file}:${line}`)),
  }
}

function judgeOf(
  { selection, findings }: FixRequest,
  rules: readonly Rule[],
  { estate, leave }: { readonly estate: Estate; readonly leave: Leave | undefined },
): (scene: Scene) => Lifted {
  const ids = new Set(findings)
  return (scene) => {
    const narrowed = narrowSurvey({ ...estate, scene }, selection).scene
    const charged = findingsOf(judge(narrowed, rules), narrowed)
    const lifted = liftFindings(charged, narrowed, leave)
    if (ids.size === 0) return lifted
    return { ...lifted, findings: lifted.findings.filter(({ id }) => ids.has(id)) }
  }
}

function isWaived({ state }: Finding): boolean {
  return state === 'waived'
}

function isWanted({ rule, state }: Finding, onlySafe: boolean): boolean {
  return state === 'open' && (!onlySafe || rule.fix?.risk === 'none')
}

function isMendable(finding: Finding, onlySafe: boolean): boolean {
  return isWanted(finding, onlySafe) && isFixable(finding)
}

/** What was asked for, and what was drafted in the files of objects and in those that objects are made of. */
interface Outcome {
  readonly asked: readonly Finding[]
  readonly mended: Mended
  readonly made: readonly MadeDraft[]
}

function planOf(request: FixRequest, estate: Estate, { asked, mended, made }: Outcome): FixPlan {
  const { drafts, refused } = mended
  const closedMade = new Set(made.flatMap(({ closed }) => closed.map(({ id }) => id)))
  const left = mended.left.filter(({ id }) => !closedMade.has(id))
  const stays = new Set(left.map(({ id }) => id))
  const closed = bySource(asked.filter(({ id }) => !stays.has(id)))
  const changed = drafts.filter(({ before, now }) => before.text !== now.text)
  const secretLines = secretLinesOf(estate.scene)
  // What was asked for by name is to be gone; of all the rest, what a fix could have closed.
  const isNamed = request.findings.length > 0 || request.selection.rules.length > 0
  const undone = left.filter((finding) => isNamed || isMendable(finding, request.onlySafe))
  const faults = [...narrowSurvey(estate, request.selection).faults, ...refused]
  const isDone = faults.length === 0 && undone.length === 0
  return {
    files: [
      ...changed.map(({ before, now }) => ({
        file: before.file,
        before: before.text,
        after: now.text,
        secretLines: secretLines.get(before) ?? new Set(),
        mended: countRules(closed.get(before) ?? []),
      })),
      ...made.map((draft) => madeFile(draft, secretLines)),
    ],
    leftovers: leftoversOf(left, request.onlySafe),
    faults,
    exitCode: isDone ? EXIT.fine : EXIT.incomplete,
  }
}

function madeFile(
  { before, after, closed }: MadeDraft,
  known: ReadonlyMap<Source, SecretLines>,
): MendedFile {
  const sources = [...known].filter(([{ file }]) => file === before.file)
  return {
    file: before.file,
    before: before.text,
    after,
    secretLines: new Set([...secretLinesIn(before), ...sources.flatMap(([, lines]) => [...lines])]),
    mended: countRules(closed),
  }
}

function leftoversOf(left: readonly Finding[], onlySafe: boolean): readonly Leftover[] {
  const groups = new Map<string, Leftover>()
  for (const finding of left) {
    const why = whyLeft(finding, onlySafe)
    const rule = finding.rule.id
    const known = groups.get(`${rule} ${why}`)
    groups.set(`${rule} ${why}`, { rule, why, count: (known?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

function whyLeft(finding: Finding, onlySafe: boolean): string {
  const { rule, state } = finding
  if (state === 'cannot-tell') {
    return finding.resource.type === LOCK_FILE
      ? 'no version is pinned, so nobody can tell'
      : 'a placeholder stands where the value will be'
  }
  if (rule.fix === undefined) return 'for a person to decide, no fix'
  if (isMade(finding))
    return 'what renders it could not be changed for certain: shown as advice, for a person to write there'
  if (onlySafe && rule.fix.risk !== 'none') return 'may break what runs today (--only-safe)'
  return isFixable(finding) ? 'refused' : 'for a person to decide in this case'
}

function bySource(findings: readonly Finding[]): Groups<Source, Finding> {
  return groupBy(findings, ({ place }) => place.document.source)
}

function countRules(findings: readonly Finding[]): MendedFile['mended'] {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1)
  return [...counts].map(([rule, count]) => ({ rule, count }))
}

function noFinding(id: string): Fault {
  return misuse(
    id,
    `No finding has the id "${id}" in what was read.`,
    'portolan scan -f json tells the ids; name the files or folders that were scanned.',
  )
}

function waivedFinding({ id, waiver }: Finding): Fault {
  return misuse(
    id,
    `The finding ${id} is lifted${waiver === undefined ? '' : ` by ${waiver.id}${waiver.expires === undefined ? '' : ` until ${waiver.expires}`}`}.`,
    'To mend it all the same, add --no-waivers.',
  )
}
