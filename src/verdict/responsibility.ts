import { movedAt, partyIn } from '../analysis/cluster/moved-duties.ts'
import { DUTIES } from '../model/duty.data.ts'
import { dutyRow, partyOf, type DutyId, type Party } from '../model/duty.ts'
import type { Provider } from '../model/offering.ts'
import type { Scene } from '../model/scene.ts'
import { topicOf } from '../rules/topics.ts'
import { countOpen, type Counts } from './stops.ts'
import type { Verdict } from './verdict.ts'

/** Who answers for a duty under one offering. `isInferred` when its provider's pages do not spell it out. */
export interface DutyCell {
  readonly offering: Provider
  readonly party: Party
  readonly isInferred: boolean
}

/** What an estate shows of a duty. No rule asks about some of them: there nothing is known to be well. */
export type Shown =
  | { readonly kind: 'judged'; readonly open: Counts; readonly cannotTell: number }
  | { readonly kind: 'not-examined' }

/** One duty: whose it is, what moves it, and what an estate shows of it when one was judged. */
export interface DutyLine {
  readonly id: string
  readonly title: string
  readonly cells: readonly DutyCell[]
  readonly flips: string | undefined
  readonly shown: Shown | undefined
}

/** The responsibility table, or the part of it that was asked for, with where it was read and when. */
export interface Responsibility {
  readonly offerings: readonly Provider[]
  readonly lines: readonly DutyLine[]
  readonly sources: readonly string[]
  readonly read: string
}

/** What of a verdict fills the table. */
type JudgedEstate = Pick<Verdict, 'rules' | 'findings' | 'scene'>

/** The table under some offerings; a verdict adds what its findings in the topics of each duty show. */
export function responsibilityOf(
  offerings: readonly Provider[],
  verdict: JudgedEstate | undefined,
): Responsibility {
  const ids = Object.keys(DUTIES).filter(isDuty)
  const rows = ids.map(dutyRow)
  return {
    offerings,
    lines: ids.map((id) => lineOf(id, offerings, verdict)),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
    read: rows.reduce((oldest, { read }) => (read < oldest ? read : oldest), rows[0]?.read ?? ''),
  }
}

function isDuty(id: string): id is DutyId {
  return id in DUTIES
}

function lineOf(
  id: DutyId,
  offerings: readonly Provider[],
  verdict: JudgedEstate | undefined,
): DutyLine {
  const { title, flips, inferred = [] } = dutyRow(id)
  return {
    id,
    title,
    cells: offerings.map((offering) => ({
      offering,
      party: partyUnder(offering, id, verdict?.scene),
      isInferred: inferred.includes(offering),
    })),
    flips: flipWords(flips, verdict && movedAt(id, verdict.scene)),
    shown: verdict && shownOf(id, verdict),
  }
}

// What the estate took over it took over from its own provider.
function partyUnder(offering: Provider, id: DutyId, scene: Scene | undefined): Party {
  return scene?.offering === offering ? partyIn(id, scene) : partyOf(id, offering)
}

function flipWords(flips: string | undefined, at: string | undefined): string | undefined {
  return flips === undefined || at === undefined ? flips : `${flips} So it is here: ${at}.`
}

function shownOf(id: DutyId, { rules, findings }: JudgedEstate): Shown {
  if (!rules.some((rule) => topicOf(rule).duty === id)) return { kind: 'not-examined' }
  const own = findings.filter(({ rule }) => topicOf(rule).duty === id)
  const cannotTell = own.filter(({ state }) => state === 'cannot-tell').length
  return { kind: 'judged', open: countOpen(own), cannotTell }
}
