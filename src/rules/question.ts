import type { DutyId } from '../model/duty.ts'
import type { Controls } from '../model/framework.ts'
import type { Stop } from '../model/itinerary.ts'
import type { Reference } from './rule.ts'

/** What no manifest can show, so that a person has to say it. Its id is its key in the list of its stop. */
export interface Question {
  readonly stop: Stop
  /** A topic of the stop, where one is about it. */
  readonly topic?: string
  /** Yes is the good answer. */
  readonly question: string
  /** Who has to know. */
  readonly duty: DutyId
  /** What shows that the answer is true. */
  readonly evidence: string
  /** How many days an answer holds at most. */
  readonly holdsDays: number
  readonly reference: Reference
  /** The day it was written (ISO 8601). */
  readonly written: string
  /**
   * `instead` of a look that rules take where they are given the files; `beyond` what rules see, however much they are
   * given: then what they find well is not enough.
   */
  readonly asked: 'instead' | 'beyond'
  /** What it answers to in the frameworks. */
  readonly controls?: Controls
}
