import type { PluginName } from '../../analysis/reach/profile.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { readEstate } from '../../intake/read-estate.ts'
import type { ToldExpectation, ToldReachCheck } from '../../report/reach/check/check.ts'
import type { Expectation } from '../config/load-config.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms, targetsOf } from '../scan.ts'
import { misuse } from '../usage.ts'
import { lookAt, type Looked } from './looked-at.ts'
import { reachIn } from './reach-in.ts'

/** What is held to what. */
export interface ReachCheckRequest {
  readonly estate: EstateTerms
  readonly expectations: readonly Expectation[]
  readonly plugin: PluginName | undefined
}

/** All expectations, held against an estate. */
export interface FoundReachCheck {
  readonly told: ToldReachCheck
  readonly exitCode: number
}

/** Holds an estate to what was declared of who may reach whom. Fails when nothing was. */
export function checkReach(request: ReachCheckRequest): Result<FoundReachCheck> {
  const { expectations, estate, plugin } = request
  if (expectations.length === 0) return fail(NOTHING_DECLARED)
  const { scene, faults: unread } = readEstate(estateRequest(estate))
  const reach = reachIn(scene, plugin)
  const faults = [...unread, ...reach.faults]
  const told = expectations.map((expectation) =>
    toldExpectation(expectation, lookAt(expectation, { reach, scene })),
  )
  const exitCode = exitCodeOf(told, faults.length === 0)
  return succeed({
    told: {
      targets: targetsOf(estate),
      plugin: reach.profile.name,
      expectations: told,
      exitCode,
      faults,
    },
    exitCode,
  })
}

const NOTHING_DECLARED = misuse(
  'portolan reach check',
  'Nothing was declared of who may reach whom.',
  'Write reach: { deny: [{ from: internet, to: shop/db }] } into portolan.yaml.',
)

const MOST_EVIDENCE = 100

function toldExpectation(
  { verb, from, to, port, reason, at }: Expectation,
  { looked, evidence }: Looked,
): ToldExpectation {
  const isBroken = evidence.some(({ standing }) => standing === 'broken')
  const sorted = [
    ...evidence.filter(({ standing }) => standing === 'broken'),
    ...evidence.filter(({ standing }) => standing === 'unclear'),
  ]
  return {
    verb,
    from,
    to,
    port,
    reason,
    at,
    standing: isBroken ? 'broken' : evidence.length > 0 ? 'unclear' : 'held',
    looked,
    evidence: sorted.slice(0, MOST_EVIDENCE).map((each) => each.tell()),
    count: evidence.length,
  }
}

function exitCodeOf(told: readonly ToldExpectation[], isWhole: boolean): number {
  if (told.some(({ standing }) => standing === 'broken')) return EXIT.gateFailed
  const isHeld = isWhole && told.every(({ standing }) => standing === 'held')
  return isHeld ? EXIT.fine : EXIT.incomplete
}
