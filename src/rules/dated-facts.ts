import type { Offering } from '../model/offering.ts'

/**
 * Facts of the world that age, such as days on which support ends: whence they come, on which day they were read (ISO
 * 8601), and for how many days they may be relied on.
 */
export interface DatedFacts {
  /** Names them in a report: "Ends of support of operating systems". */
  readonly title: string
  readonly source: string
  readonly read: string
  readonly holdsDays: number
  /** Under which offerings a rule looks into them; under all where it is not said. */
  readonly offerings?: readonly Offering[]
}
