import { shortHash } from '../base/hash.ts'
import { partyOf, type Party } from '../model/duty.ts'
import type { Edit } from '../model/edit.ts'
import type { Severity, Stop } from '../model/itinerary.ts'
import { memberOf } from '../model/part.ts'
import type { Place } from '../model/place.ts'
import { resourceKey, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import type { Charge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { topicOf } from '../rules/topics.ts'
import type { AppliedWaiver } from './waivers/waiver.ts'

/** Whether a finding counts: `open` does, `cannot-tell` is shown and counted apart, `waived` was lifted by its owner. */
type FindingState = 'open' | 'waived' | 'cannot-tell'

/** One fault of one object, as every report shows it. */
export interface Finding {
  /** The same in every run for the same rule, object and field, wherever the object is written. */
  readonly id: string
  readonly rule: Rule
  readonly stop: Stop
  readonly severity: Severity
  readonly state: FindingState
  /** What lifts it, when it is waived. */
  readonly waiver?: AppliedWaiver
  readonly message: string
  readonly resource: Resource
  readonly place: Place
  /** Whose move it is. */
  readonly duty: Party
  readonly edits: () => readonly Edit[]
}

/** Whether `portolan fix` can mend it. */
export function isFixable(finding: Finding): boolean {
  return finding.rule.fix !== undefined && finding.edits().length > 0
}

/**
 * Makes findings of charges, in the same order. An object written twice has its second writing numbered, so that ids
 * stay unique; the number depends on the order of reading, the rest of the id does not.
 */
export function findingsOf(charges: readonly Charge[], scene: Scene): readonly Finding[] {
  const times = new Map<string, number>()
  return charges.map(({ rule, resource, complaint, edits }) => {
    const topic = topicOf(rule)
    const identity = `${rule.id} ${resourceKey(resource)} ${evidence(complaint.place)}`
    const id = shortHash(identity)
    const time = (times.get(id) ?? 0) + 1
    times.set(id, time)
    return {
      id: time === 1 ? id : shortHash(`${identity} #${time}`),
      rule,
      stop: topic.stop,
      severity: rule.severity,
      state: complaint.sure ? 'open' : 'cannot-tell',
      message: complaint.message,
      resource,
      place: complaint.place,
      duty: partyOf(topic.duty, scene.offering),
      edits,
    }
  })
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
