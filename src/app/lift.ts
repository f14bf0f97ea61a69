import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { readEstate } from '../intake/read-estate.ts'
import { CATALOGUE, ruleOf } from '../rules/catalogue.ts'
import type { Rule } from '../rules/rule.ts'
import { controlsOf } from '../rules/topics.ts'
import { RELAXATIONS, type Relaxation } from '../rules/workloads/relaxations.data.ts'
import type { Finding } from '../verdict/finding.ts'
import { judgeSurvey, type Verdict } from '../verdict/verdict.ts'
import type { Leave } from '../verdict/waivers/lift.ts'
import type { WaiverEntry } from '../verdict/waivers/schema.ts'
import { dayAfter } from '../verdict/waivers/terms.ts'
import type { WaiverPolicy } from '../verdict/waivers/waiver.ts'
import { standingLevels, type LevelWords } from './lift-levels.ts'
import { scopeFor, scopeWords, type LiftWords, type Match } from './lift-scope.ts'
import { estateRequest, type EstateTerms } from './scan.ts'
import { findRule } from './selection.ts'
import { misuse } from './usage.ts'
import { withEntry, type WaiverDraft } from './waiver-text.ts'
import {
  fileForNew,
  leaveOf,
  nameOf,
  readWaiverFiles,
  waiverFileOf,
  waiverPolicyOf,
  type WaiverFile,
} from './waivers.ts'

/** The terms that were given; what is missing is told when the rest was looked at. */
export interface GivenTerms {
  readonly until: string | undefined
  readonly owner: string | undefined
  readonly reason: string | undefined
  readonly approvedBy: string | undefined
  readonly ticket: string | undefined
  readonly untilFixed: boolean
}

/** One restriction that somebody wants lifted. */
export interface LiftRequest {
  readonly estate: EstateTerms
  readonly words: LiftWords
  readonly terms: GivenTerms
}

/** What there is to know before a restriction is lifted, and the waiver that lifts it. */
export interface LiftPlan {
  readonly rule: Rule
  readonly match: Match
  /** Ways to need less, the best first. */
  readonly relaxations: readonly Relaxation[]
  /** What would be waived: all that this lift opens. */
  readonly opens: readonly Finding[]
  readonly levels: readonly LevelWords[]
  /** Whether something was not read, so that more may be opened than is told. */
  readonly isIncomplete: boolean
  /** The file with the waiver, or what is wrong with its terms. */
  readonly draft: Result<WaiverDraft>
}

/** Looks at what lifting would open, and drafts the waiver. Nothing is written. */
export function planLift({ estate, words, terms }: LiftRequest): Result<LiftPlan> {
  const leave = leaveOf(estate)
  if (!leave.ok) return leave
  const policy = waiverPolicyOf(estate)
  if (!policy.ok) return policy
  const survey = readEstate(estateRequest(estate))
  const isFinding = /^[\da-f]{16}$/.test(words.id)
  const named = isFinding ? succeed(undefined) : findRule('lift', words.id)
  if (!named.ok) return named
  const judged = judgeSurvey(
    survey,
    named.value === undefined ? CATALOGUE : [named.value],
    leave.value,
  )
  const rule = named.value ?? judged.findings.find(({ id }) => id === words.id)?.rule
  if (rule === undefined) return fail(noFinding(words.id))
  const { lockedRules } = policy.value
  if (lockedRules.some((id) => ruleOf(id) === rule)) return fail(lockedRule(rule))
  const before = isFinding ? judgeSurvey(survey, [rule], leave.value) : judged
  const match = scopeFor(
    words,
    rule,
    before.findings.filter(({ state }) => state !== 'waived'),
    survey.scene,
  )
  if (!match.ok) return match
  const after = judgeSurvey(
    survey,
    [rule],
    trialOf(rule, match.value, {
      filed: leave.value?.filed ?? [],
      policy: policy.value,
      untilFixed: terms.untilFixed,
    }),
  )
  const opens = opened(before, after)
  if (opens.length === 0) return fail(nothingToLift(rule, match.value, terms))
  return succeed({
    rule,
    match: match.value,
    relaxations: relaxationsOf(rule, opens, survey.scene.kubernetes.minor),
    opens,
    levels: standingLevels(after, opens, pssOf(rule)),
    isIncomplete: after.faults.length > 0,
    draft: draftOf({ estate, words, terms }, rule, match.value, policy.value),
  })
}

function lockedRule(rule: Rule): Fault {
  return misuse(
    rule.id,
    `The configuration locks the rule ${rule.id}: nobody can lift it.`,
    'Mend what it finds, or have it taken out of waivers.locked in portolan.yaml.',
  )
}

// A waiver as it will be, but for terms that play no part in what it matches.
function trialOf(
  rule: Rule,
  match: Match,
  { filed, policy, untilFixed }: Leave & { readonly untilFixed: boolean },
): Leave {
  const scope = Object.fromEntries(
    Object.entries(match).map(([key, value]) => [key, typeof value === 'string' ? [value] : value]),
  )
  const trial = {
    id: '',
    rule,
    source: 'file',
    at: '',
    cover: { kind: 'scope', scope, pathOf: () => undefined },
    reason: '',
    owner: '',
    expires: '9999-12-31',
    untilFixed,
  } as const
  return { filed: [...filed, trial], policy }
}

function opened(before: Verdict, after: Verdict): readonly Finding[] {
  return after.findings.filter(
    ({ state }, index) => state === 'waived' && before.findings[index]?.state !== 'waived',
  )
}

function pssOf(rule: Rule): ReadonlySet<string> {
  return new Set(controlsOf(rule).pss)
}

// A demand may be about several fields: what helps against another one than that at fault is left out.
function relaxationsOf(
  rule: Rule,
  opens: readonly Finding[],
  minor: number,
): readonly Relaxation[] {
  const checks = pssOf(rule)
  const known = RELAXATIONS.filter(
    ({ check, sinceMinor = 0 }) => checks.has(check) && sinceMinor <= minor,
  )
  const fields = new Set(opens.map(({ place }) => String(place.path.at(-1))))
  const fitting = known.filter(({ fault }) =>
    Object.keys(fault).some((path) => fields.has(path.slice(path.lastIndexOf('.') + 1))),
  )
  return (fitting.length > 0 ? fitting : known).toSorted(
    (a, b) => EFFECTS[a.effect] - EFFECTS[b.effect],
  )
}

const EFFECTS = { satisfies: 0, narrows: 1 } as const

function draftOf(
  request: LiftRequest,
  rule: Rule,
  match: Match,
  policy: WaiverPolicy,
): Result<WaiverDraft> {
  const { estate, terms } = request
  const missing = missingTerm(terms)
  if (missing !== undefined) return fail(missing)
  const files = readWaiverFiles(estate, policy)
  if (!files.ok) return files
  const path = fileForNew(estate)
  const known = files.value.find((file) => file.path === path)
  const entry = entryOf(request, rule, match, files.value)
  const after = withEntry(nameOf(path, estate.workingFolder), known?.text, entry)
  if (!after.ok) return after
  return draftedWaiver({ path, before: known?.text, after: after.value }, entry.id, estate, policy)
}

/** The draft of a file in which the waiver of that id is as it has to be, or what is wrong with it. */
export function draftedWaiver(
  draft: Omit<WaiverDraft, 'name'>,
  id: string,
  estate: EstateTerms,
  policy: WaiverPolicy,
): Result<WaiverDraft> {
  const file = waiverFileOf(draft.path, draft.after, estate, policy)
  if (!file.ok) return file
  const { name, waivers, faults } = file.value
  const [fault] = faults
  if (waivers.some((waiver) => waiver.id === id) || fault === undefined)
    return succeed({ ...draft, name })
  // The place would be in a text that nobody has seen yet.
  return fail(misuse(id, fault.message, fault.remedy))
}

const USUAL_DAYS = 90

function entryOf(
  { terms, estate }: LiftRequest,
  rule: Rule,
  match: Match,
  files: readonly WaiverFile[],
): WaiverEntry {
  const { until, owner, reason, approvedBy, ticket, untilFixed } = terms
  return {
    id: nextId(files, estate.today),
    rule: rule.id,
    match,
    reason: reason ?? '',
    owner: owner ?? '',
    expires: until ?? dayAfter(estate.today, USUAL_DAYS),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(ticket !== undefined && { ticket }),
    ...(untilFixed && { untilFixed }),
  }
}

// The next free number of the year, over all files: whoever speaks of W-2026-014 means one waiver.
function nextId(files: readonly WaiverFile[], today: string): string {
  const year = today.slice(0, 4)
  const numbers = files.flatMap(({ text }) =>
    [...text.matchAll(/W-(\d{4})-(\d{1,6})/g)]
      .filter((match) => match[1] === year)
      .map((match) => Number(match[2])),
  )
  return `W-${year}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
}

function missingTerm({ reason, owner }: GivenTerms): Fault | undefined {
  if (reason === undefined) {
    return misuse(
      '--reason',
      'A restriction is not lifted without a reason.',
      'Add --reason "why it cannot hold here".',
    )
  }
  if (owner !== undefined) return undefined
  return misuse(
    '--owner',
    'A restriction is not lifted without an owner.',
    'Add --owner "@org/team": who answers for it.',
  )
}

function noFinding(id: string): Fault {
  const remedy = 'portolan scan -f json tells the ids; name the files or folders that were scanned.'
  return misuse(id, `No finding has the id "${id}" in what was read.`, remedy)
}

function nothingToLift({ id, fix }: Rule, match: Match, { untilFixed }: GivenTerms): Fault {
  const scope = scopeWords(match)
  if (untilFixed && fix !== undefined) {
    const message = `What ${id} finds in ${scope} can be fixed, so there is nothing to wait for.`
    return misuse('--until-fixed', message, `portolan fix ${id} shows how.`)
  }
  const message = `No open finding of ${id} is in ${scope}, so there is nothing to lift.`
  return misuse('--on', message, 'portolan lift list tells what is lifted already.')
}
