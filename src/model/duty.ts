import { DUTIES } from './duty.data.ts'
import type { Offering, Provider } from './offering.ts'

/** Whose move it is: the cloud provider, who runs the platform (DevOps), who writes the software, who supplies a part of it. */
export const PARTIES = ['provider', 'architect', 'developer', 'partner'] as const

/** One of those who share the work. */
export type Party = (typeof PARTIES)[number]

/**
 * One row of the responsibility table: who answers for a control under each offering. `sources` say where that was
 * read and `read` on which day (ISO 8601); `inferred` lists the cells those pages do not spell out; `flips` tells what
 * moves the duty to the customer, where something does.
 */
export interface Duty extends Readonly<Record<Provider, Party>> {
  readonly title: string
  readonly sources: readonly string[]
  readonly read: string
  readonly flips?: string
  readonly inferred?: readonly Provider[]
}

/** A row's name. */
export type DutyId = keyof typeof DUTIES

/** Who answers for `duty` under `offering`. When the offering is not known, as if the estate were self-managed. */
export function partyOf(duty: DutyId, offering: Offering): Party {
  return DUTIES[duty][offering === 'none' ? 'self-managed' : offering]
}

/** The whole row. */
export function dutyRow(duty: DutyId): Duty {
  return DUTIES[duty]
}
