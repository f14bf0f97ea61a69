import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { readEstate } from '../intake/read-estate.ts'
import { standingWords } from '../report/waiver.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { isIncomplete, judgeSurvey } from '../verdict/verdict.ts'
import type { WaiverUse } from '../verdict/waivers/lift.ts'
import { dayAfter } from '../verdict/waivers/terms.ts'
import { draftedWaiver } from './lift.ts'
import { estateRequest, type EstateTerms } from './scan.ts'
import { misuse } from './usage.ts'
import { entryNumber, withDay, withoutEntry, type WaiverDraft } from './waiver-text.ts'
import { readWaiverFiles, waiverPolicyOf } from './waivers.ts'

/** All waivers of an estate, wherever they are written. */
export interface WaiverRegister {
  readonly uses: readonly WaiverUse[]
  /** What was to be a waiver and is none. */
  readonly faults: readonly Fault[]
  /** Whether something was not read: then a waiver that seems to lift nothing may lift something. */
  readonly isIncomplete: boolean
}

/** Something that somebody has to do about a waiver. */
export interface WaiverDuty {
  readonly kind: 'malformed' | 'expired' | 'ended' | 'locked' | 'expiring' | 'unused'
  /** `file:line:column`. */
  readonly at: string
  readonly message: string
  readonly remedy: string
}

/** Reads the estate and what is lifted in it. */
export function readRegister(estate: EstateTerms): Result<WaiverRegister> {
  const policy = waiverPolicyOf(estate)
  if (!policy.ok) return policy
  const files = readWaiverFiles(estate, policy.value)
  if (!files.ok) return files
  const filed = files.value.flatMap(({ waivers }) => waivers)
  const survey = readEstate(estateRequest(estate))
  const verdict = judgeSurvey(survey, CATALOGUE, { filed, policy: policy.value })
  const own = verdict.faults.filter(({ code }) => code === 'WAIVER_SOURCE')
  return succeed({
    uses: verdict.waivers,
    faults: [...files.value.flatMap(({ faults }) => faults), ...own],
    isIncomplete: isIncomplete({ ...verdict, faults: survey.faults }),
  })
}

// The owner is to know in time to have it renewed, or to do without.
const NOTICE_DAYS = 30

/** What has to be done: about malformed waivers, those that have ended or soon will, and those that lift nothing. */
export function dutiesOf(
  { uses, faults, isIncomplete }: WaiverRegister,
  today: string,
): readonly WaiverDuty[] {
  return [
    ...faults.map(({ at, message, remedy }) => ({
      kind: 'malformed' as const,
      at,
      message,
      remedy,
    })),
    ...uses.flatMap((use) => dutyOf(use, { today, isIncomplete })),
  ]
}

function dutyOf(
  use: WaiverUse,
  { today, isIncomplete }: { readonly today: string; readonly isIncomplete: boolean },
): readonly WaiverDuty[] {
  const { waiver, standing, lifts, isElsewhere } = use
  const { id, at, owner, expires } = waiver
  const told = `${id} of ${waiver.rule.id} (${owner})`
  if (standing !== 'in force') {
    return [
      { kind: standing, at, message: `${told} ${standingWords(use)}.`, remedy: remedyOf(use) },
    ]
  }
  if (lifts === 0) {
    // What was not read may be what it is for, and so may another cluster.
    if (isIncomplete || isElsewhere === true) return []
    return [{ kind: 'unused', at, message: `${told} lifts nothing.`, remedy: dropping(use) }]
  }
  if (expires > dayAfter(today, NOTICE_DAYS)) return []
  return [{ kind: 'expiring', at, message: `${told} ends on ${expires}.`, remedy: remedyOf(use) }]
}

function remedyOf(use: WaiverUse): string {
  const { standing, waiver } = use
  if (standing === 'locked' || standing === 'ended') return dropping(use)
  return waiver.source === 'file'
    ? `Mend what it lifts and drop it, or: portolan lift renew ${waiver.id} --until DAY`
    : 'Mend what it lifts and delete it, or write a later day.'
}

function dropping({ waiver }: WaiverUse): string {
  return waiver.source === 'file' ? `portolan lift drop ${waiver.id}` : 'Delete it where it stands.'
}

/** How a waiver of a file is to change. */
export type WaiverChange =
  | { readonly kind: 'drop' }
  | { readonly kind: 'renew'; readonly expires: string; readonly approvedBy: string | undefined }

/** Drafts the file with the waiver of that id renewed or without it. Nothing is written. */
export function changeWaiver(
  estate: EstateTerms,
  id: string,
  change: WaiverChange,
): Result<WaiverDraft> {
  const policy = waiverPolicyOf(estate)
  if (!policy.ok) return policy
  const files = readWaiverFiles(estate, policy.value)
  if (!files.ok) return files
  for (const { path, name, text, document } of files.value) {
    const index = document === undefined ? -1 : entryNumber(document, id)
    if (document === undefined || index === -1) continue
    const after =
      change.kind === 'drop' ? withoutEntry(document, index) : withDay(document, index, change)
    if (!after.ok) return after
    const draft = { path, before: text, after: after.value }
    return change.kind === 'drop'
      ? succeed({ ...draft, name })
      : draftedWaiver(draft, id, estate, policy.value)
  }
  return fail(noWaiver(id))
}

function noWaiver(id: string): Fault {
  return misuse(
    id,
    `No waiver file has a waiver ${id}.`,
    'portolan lift list tells the ids; comments and annotations are changed where they stand.',
  )
}
