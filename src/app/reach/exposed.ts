import { doorsOf } from '../../analysis/doors/doors.ts'
import { passagesOf, type Doubt, type Passage } from '../../analysis/doors/passages.ts'
import {
  connectionText,
  intersection,
  isEmpty,
  minus,
  union,
  type ConnectionSet,
} from '../../analysis/reach/connection-set.ts'
import type { Reach } from '../../analysis/reach/reach.ts'
import { firstBy } from '../../base/group.ts'
import { succeed, type Result } from '../../base/result.ts'
import { readEstate } from '../../intake/read-estate.ts'
import type { ExposedState, ToldExposed, ToldPassage } from '../../report/reach/exposed.ts'
import type { ToldReason } from '../../report/reach/reach.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, targetsOf } from '../scan.ts'
import { workloadsMeant } from './ends.ts'
import { outsideWord } from './outside-word.ts'
import { reachIn } from './reach-in.ts'
import type { ReachRequest } from './reach.ts'
import { placeText, resourceText, toldReasons } from './told-reasons.ts'

/** What is asked about ways in. Without `to` it is everything. */
export type ExposedRequest = Omit<ReachRequest, 'from'>

/** Ways in, found; `exitCode` tells whether something was not examined. */
export interface FoundExposed {
  readonly told: ToldExposed
  readonly exitCode: number
}

/** Reads an estate and finds what is reachable from outside of it. Fails for a workload that is not there. */
export function findExposed(request: ExposedRequest): Result<FoundExposed> {
  const survey = readEstate(estateRequest(request.estate))
  const reach = reachIn(survey.scene, request.plugin)
  const asked =
    request.to === undefined ? succeed(reach.workloads) : workloadsMeant(request.to, reach)
  if (!asked.ok) return asked
  const wanted = new Set(asked.value)
  const faults = [...survey.faults, ...reach.faults]
  return succeed({
    told: {
      targets: targetsOf(request.estate),
      plugin: reach.profile.name,
      workloads: reach.workloads.length,
      passages: doorsOf(survey.scene)
        .filter(({ to }) => wanted.has(to))
        .flatMap((door) => passagesOf(door, reach, survey.scene))
        .flatMap((passage) => toldPassages(passage, request, reach)),
      faults,
    },
    exitCode: faults.length > 0 ? EXIT.incomplete : EXIT.fine,
  })
}

function toldPassages(
  passage: Passage,
  { port, hasReasons }: ExposedRequest,
  reach: Reach,
): readonly ToldPassage[] {
  const { door, open, maybe, doubt } = passage
  const because = hasReasons ? { because: reasonsBehind(passage, reach) } : {}
  const told = (state: ExposedState, set: ConnectionSet): readonly ToldPassage[] => {
    const asked = port === undefined ? set : intersection(set, port)
    if (isEmpty(asked)) return []
    return [
      {
        to: door.to.id,
        way: door.way,
        object: resourceText(door.resource),
        at: placeText(door.place),
        from: outsideWords(passage),
        state,
        connections: connectionText(asked),
        doubt: state === 'unclear' && doubt !== undefined ? DOUBTS[doubt] : undefined,
        ...because,
      },
    ]
  }
  const closed = minus(door.ports, union(open, maybe))
  return [...told('open', open), ...told('unclear', maybe), ...told('closed', closed)]
}

// Each of those who are seen meets nearly the same rules.
function reasonsBehind({ seen, door }: Passage, reach: Reach): readonly ToldReason[] {
  const told = toldReasons(seen.flatMap((peer) => reach.reasons(peer, door.to)))
  return [...firstBy(told, (reason) => JSON.stringify(reason)).values()]
}

function outsideWords({ outside }: Passage): readonly string[] {
  if (outside.kind === 'ranges') return outside.ranges.map(outsideWord)
  return outside.kind === 'blocks' ? outside.blocks : [outsideWord(outside.kind)]
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  placeholder: 'a placeholder decides it',
  undeclared: 'the pod declares no port, so nobody can tell what it listens on',
  node: 'pods see a node in place of the client, and plugins differ in what they make of nodes',
  controller: 'the controller was not read, so nobody can tell whether a rule means it',
  policy: 'the policies leave it open',
}
