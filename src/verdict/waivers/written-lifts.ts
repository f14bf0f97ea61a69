import type { Fault } from '../../base/fault.ts'
import type { Place } from '../../model/place.ts'
import { checkTerms, isRule } from './terms.ts'
import type { Waiver, WaiverPolicy, WaiverSource } from './waiver.ts'

/** What a comment or an annotation says, before anybody asked whether it may. */
export interface WrittenLift {
  readonly source: Exclude<WaiverSource, 'file'>
  /** `file:line:column`. */
  readonly at: string
  readonly rule: string
  readonly terms: ReadonlyMap<string, string>
  readonly reason: string
  /** What it stands above, or the object that carries it. */
  readonly places: readonly Place[]
  /** What its writer got wrong already. */
  readonly problem?: string
}

/** The waivers of an estate's own files, and a fault for each that is none. */
export interface SourceWaivers {
  readonly waivers: readonly Waiver[]
  readonly faults: readonly Fault[]
}

/** The words that a comment and an annotation know. */
export const LIFT_WORDS = ['until', 'owner', 'approved-by', 'ticket', 'until-fixed'] as const

/** Checks what was written like the entries of a waiver file. */
export function checkLifts(
  lifts: readonly WrittenLift[],
  policy: WaiverPolicy,
  today: string,
): SourceWaivers {
  const waivers: Waiver[] = []
  const faults: Fault[] = []
  for (const lift of lifts) {
    const read =
      lift.problem === undefined ? waiverOf(lift, policy, today) : malformed(lift, lift.problem)
    if ('code' in read) faults.push(read)
    else waivers.push(read)
  }
  return { waivers, faults }
}

function waiverOf(lift: WrittenLift, policy: WaiverPolicy, today: string): Waiver | Fault {
  const { source, at, terms, reason, places } = lift
  const expires = terms.get('until')
  const owner = terms.get('owner')
  const approvedBy = terms.get('approved-by')
  const ticket = terms.get('ticket')
  const rule = checkTerms({ rule: lift.rule, reason, owner, approvedBy, expires }, policy, today)
  if (!isRule(rule)) return malformed(lift, rule.message, rule.remedy)
  return {
    // Two on one line cannot be: the column tells nothing more.
    id: at.replace(/:\d+$/, ''),
    rule,
    source,
    at,
    cover: { kind: 'fields', places },
    reason,
    owner: owner ?? '',
    expires: expires ?? '',
    untilFixed: terms.has('until-fixed'),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(ticket !== undefined && { ticket }),
  }
}

function malformed({ source, at }: WrittenLift, message: string, remedy = ''): Fault {
  const shape =
    source === 'comment'
      ? '# portolan: lift RULE until=YYYY-MM-DD owner=NAME -- reason'
      : 'portolan/lift.RULE: "until=YYYY-MM-DD; owner=NAME; reason"'
  const told = remedy === '' ? '' : `${remedy} `
  return {
    code: 'WAIVER_SOURCE',
    at,
    message: `${message} So this ${source} lifts nothing.`,
    remedy: `${told}It is written ${shape}.`,
  }
}
