import { partyIn } from '../analysis/cluster/moved-duties.ts'
import { shortHash } from '../base/hash.ts'
import type { Party } from '../model/duty.ts'
import type { Edit } from '../model/edit.ts'
import type { Severity, Stop } from '../model/itinerary.ts'
import type { FindingState } from '../model/known-finding.ts'
import type { Via } from '../model/making.ts'
import { memberOf } from '../model/part.ts'
import type { Place } from '../model/place.ts'
import { resourceKey, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import type { Statement } from '../model/vex.ts'
import type { Charge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { topicOf } from '../rules/topics.ts'
import type { AppliedWaiver } from './waivers/waiver.ts'

/** One fault of one object, as every report shows it. */
export interface Finding {
  /** The same in every run for the same rule, object and field, wherever the object is written. */
  readonly id: string
  readonly rule: Rule
  readonly stop: Stop
  readonly severity: Severity
  readonly state: FindingState
  /** The crown jewel that it concerns, in words, when it does. */
  readonly crownJewel?: string
  /** What lifts it, when it is waived. */
  readonly waiver?: AppliedWaiver
  readonly message: string
  readonly resource: Resource
  readonly place: Place
  /** Whose move it is. */
  readonly duty: Party
  /** The renderings that show it, where its object has several. */
  readonly renderings?: readonly Via[]
  /** What would close it. An object that is made has these fields, but what makes it may be written quite otherwise. */
  readonly edits: () => readonly Edit[]
}

/** Whether `portolan fix` can mend it in the file where it stands. Of what is made only making it again can tell. */
export function isFixable(finding: Finding): boolean {
  return finding.rule.fix !== undefined && !isMade(finding) && finding.edits().length > 0
}

/** Whether its object stands in no file as a whole: a chart renders it, or another program makes it. */
export function isMade({ place }: Pick<Finding, 'place'>): boolean {
  return place.document.making !== undefined
}

/**
 * Makes findings of charges, in the same order. What is found again where an object is written twice is numbered, so
 * that ids stay unique. The numbers follow what is told, not the order of reading: however the files are shuffled, the
 * same ids stand for the same states.
 */
export function findingsOf(charges: readonly Charge[], scene: Scene): readonly Finding[] {
  const ids = idsOf(charges)
  return charges.map(({ rule, resource, complaint, edits }, index) => {
    const topic = topicOf(rule)
    const finding: Finding = {
      id: ids[index] ?? '',
      rule,
      stop: topic.stop,
      severity: rule.severity,
      state: complaint.sure ? 'open' : 'cannot-tell',
      message: complaint.message,
      resource,
      place: complaint.place,
      duty: partyIn(topic.duty, scene),
      edits,
    }
    return complaint.settled === undefined ? finding : settledBy(complaint.settled, finding)
  })
}

// Who says that it does no harm stands in place of who lifts it.
function settledBy({ status, justification, note, from }: Statement, finding: Finding): Finding {
  const reasons = [status, justification].flatMap((word) => word?.replaceAll('_', ' ') ?? [])
  const reason = [reasons.join(', '), ...(note === undefined ? [] : [note])].join('. ')
  return { ...finding, state: 'waived', waiver: { id: from, owner: from, reason, source: 'vex' } }
}

function identityOf({ rule, resource, complaint }: Charge): string {
  return `${rule.id} ${resourceKey(resource)} ${evidence(complaint.place)}`
}

function idsOf(charges: readonly Charge[]): readonly string[] {
  // The texts are long: none is kept longer than it takes to sum it up.
  const ids: string[] = charges.map((charge) => shortHash(identityOf(charge)))
  for (const indexes of twinsAmong(ids)) {
    const told = indexes.toSorted((a, b) => compareCharges(charges[a], charges[b]))
    told.slice(1).forEach((index, time) => {
      const charge = charges[index]
      if (charge !== undefined) ids[index] = shortHash(`${identityOf(charge)} #${time + 2}`)
    })
  }
  return ids
}

// Nearly all ids come once, and no list is made for those.
function twinsAmong(ids: readonly string[]): Iterable<readonly number[]> {
  const first = new Map<string, number>()
  const twins = new Map<string, number[]>()
  ids.forEach((id, index) => {
    const known = first.get(id)
    if (known === undefined) first.set(id, index)
    else twins.set(id, [...(twins.get(id) ?? [known]), index])
  })
  return twins.values()
}

function compareCharges(a: Charge | undefined, b: Charge | undefined): number {
  return tellingOf(a) < tellingOf(b) ? -1 : Number(tellingOf(a) !== tellingOf(b))
}

// What is sure comes first.
function tellingOf(charge: Charge | undefined): string {
  return charge === undefined ? '' : `${charge.complaint.sure ? 0 : 1} ${charge.complaint.message}`
}

/**
 * The path with the names of members in place of their numbers: an inserted container must not change the identity of
 * what was found in the next one.
 */
function evidence({ document, path }: Place): string {
  let { value } = document
  let text = ''
  for (const step of path) {
    value = memberOf(value, step)
    const name = typeof step === 'number' ? memberOf(value, 'name') : undefined
    // No step holds this sign, so no two paths look alike.
    text += `\u0000${typeof name === 'string' ? name : step}`
  }
  return text
}
