import type { Rule } from '../../rules/rule.ts'
import type { WaiverPolicy } from './waiver.ts'

/** What was written of a waiver, wherever it was. */
export interface WrittenTerms {
  readonly rule: string
  readonly reason: string | undefined
  readonly owner: string | undefined
  readonly approvedBy: string | undefined
  readonly expires: string | undefined
}

/** What is wrong with the terms of a waiver. */
export interface Flaw {
  /** The term it is about. */
  readonly term: keyof WrittenTerms
  readonly message: string
  readonly remedy: string
}

/** The least that can be called a reason. */
const SHORTEST_REASON = 10

/** The rule that is lifted, or the first thing that is wrong with the terms on that day. */
export function checkTerms(
  written: WrittenTerms,
  { maxDays, ruleOf }: WaiverPolicy,
  today: string,
): Rule | Flaw {
  const rule = ruleOf(written.rule)
  if (rule === undefined) {
    return {
      term: 'rule',
      message: `There is no rule "${written.rule}".`,
      remedy: 'A waiver lifts one rule, named by its id: portolan rules lists them all.',
    }
  }
  return (
    reasonFlaw(written) ?? ownerFlaw(written, rule) ?? dateFlaw(written, maxDays, today) ?? rule
  )
}

/** Whether that is a rule, not a flaw. */
export function isRule(checked: Rule | Flaw): checked is Rule {
  return 'severity' in checked
}

/** The day that many days after `day` (ISO 8601). */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  // The engine takes the 31st of February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const DAY_MS = 24 * 60 * 60 * 1000

function reasonFlaw({ reason = '' }: WrittenTerms): Flaw | undefined {
  if (reason.trim().length >= SHORTEST_REASON) return undefined
  return {
    term: 'reason',
    message: 'The waiver gives no reason that tells anything.',
    remedy: `Say in at least ${SHORTEST_REASON} characters why the restriction cannot hold here.`,
  }
}

function ownerFlaw({ owner = '', approvedBy }: WrittenTerms, rule: Rule): Flaw | undefined {
  if (owner.trim() === '') {
    return {
      term: 'owner',
      message: 'The waiver has no owner.',
      remedy: 'Name who answers for it, such as "@org/team".',
    }
  }
  if (approvedBy === undefined) return needsApproval(rule) ? unapproved(rule) : undefined
  if (approvedBy.trim().toLowerCase() !== owner.trim().toLowerCase()) return undefined
  return {
    term: 'approvedBy',
    message: 'The owner of the waiver approved it.',
    remedy: 'Have somebody else approve it.',
  }
}

// What is so grave nobody may lift alone.
function needsApproval({ severity }: Rule): boolean {
  return severity === 'critical' || severity === 'high'
}

function unapproved({ id, severity }: Rule): Flaw {
  return {
    term: 'approvedBy',
    message: `The rule ${id} is of severity ${severity}, and nobody approved the waiver.`,
    remedy: 'Name who approved it, somebody else than the owner.',
  }
}

function dateFlaw(
  { expires = '' }: WrittenTerms,
  maxDays: number,
  today: string,
): Flaw | undefined {
  if (!isDay(expires)) {
    return {
      term: 'expires',
      message: expires === '' ? 'The waiver has no end.' : `"${expires}" is no day.`,
      remedy: 'Write the last day on which it holds, such as 2027-01-31.',
    }
  }
  const last = dayAfter(today, maxDays)
  if (expires <= last) return undefined
  return {
    term: 'expires',
    message: `The waiver lasts longer than the ${maxDays} days that are allowed.`,
    remedy: `Let it end by ${last}; it can be renewed then.`,
  }
}
