import type { Fault } from '../../../base/fault.ts'
import type { ToldReason } from '../reach.ts'

/** How an expectation stands. What nobody can tell is `unclear`, and not held. */
export const STANDINGS = ['broken', 'unclear', 'held'] as const

/** How an expectation stands. */
export type Standing = (typeof STANDINGS)[number]

/** One connection that decides how an expectation stands. */
export interface ToldEvidence {
  readonly from: string
  readonly to: string
  /** What is open though it must not be, closed though it must not be, or unclear. */
  readonly connections: string
  readonly standing: Exclude<Standing, 'held'>
  /** What else is to be known: by which way in, or why nobody can tell. */
  readonly note: string | undefined
  readonly because: readonly ToldReason[]
}

/** An expectation of `portolan.yaml`, and how it stands. */
export interface ToldExpectation {
  readonly verb: 'allow' | 'deny'
  readonly from: string
  readonly to: string
  readonly port: string | undefined
  readonly reason: string | undefined
  /** `file:line:column` in the configuration. */
  readonly at: string
  readonly standing: Standing
  /** How many connections were looked at. */
  readonly looked: number
  /** The connections that break it or are unclear; at most 100 are kept. */
  readonly evidence: readonly ToldEvidence[]
  /** How many there are. */
  readonly count: number
}

/** Everything that `portolan reach check` tells. */
export interface ToldReachCheck {
  readonly targets: readonly string[]
  readonly plugin: string
  readonly expectations: readonly ToldExpectation[]
  readonly exitCode: number
  readonly faults: readonly Fault[]
}

/** An expectation in words: `deny internet to shop/db, port tcp/5432`. */
export function expectationWords({ verb, from, to, port }: ToldExpectation): string {
  return `${verb} ${from} to ${to}${port === undefined ? '' : `, port ${port}`}`
}

/** The counts in words: `1 broken, 0 unclear, 3 held`. */
export function standingWords({ expectations }: ToldReachCheck): string {
  return STANDINGS.map(
    (wanted) => `${expectations.filter(({ standing }) => standing === wanted).length} ${wanted}`,
  ).join(', ')
}
