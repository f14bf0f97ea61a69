import {
  connectionText,
  intersection,
  isEmpty,
  type ConnectionSet,
} from '../../analysis/reach/connection-set.ts'
import type { Peer } from '../../analysis/reach/peer.ts'
import type { PluginName } from '../../analysis/reach/profile.ts'
import type { Reach } from '../../analysis/reach/reach.ts'
import { succeed, type Result } from '../../base/result.ts'
import { readEstate } from '../../intake/read-estate.ts'
import type { Survey } from '../../model/survey.ts'
import type { ToldPeer, ToldReach, ToldRow } from '../../report/reach/reach.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms, targetsOf } from '../scan.ts'
import { peersNamed, type Ends } from './ends.ts'
import { pictureOf } from './picture.ts'
import { reachIn } from './reach-in.ts'
import { toldReasons } from './told-reasons.ts'

/** What is asked about paths. Without ends it is everything. */
export interface ReachRequest {
  readonly estate: EstateTerms
  readonly from: string | undefined
  readonly to: string | undefined
  /** Only what this lets through. */
  readonly port: ConnectionSet | undefined
  readonly hasReasons: boolean
  /** Instead of the plugin that the estate shows. */
  readonly plugin: PluginName | undefined
}

/** Paths, found; `exitCode` tells whether something was not examined. */
export interface FoundReach {
  readonly told: ToldReach
  readonly exitCode: number
}

/** Reads an estate and finds who can reach whom. Fails for an end that is not there. */
export function findReach(request: ReachRequest): Result<FoundReach> {
  const survey = readEstate(estateRequest(request.estate))
  const reach = reachIn(survey.scene, request.plugin)
  const ends = peersNamed(request, reach)
  if (!ends.ok) return ends
  const faults = [...survey.faults, ...reach.faults]
  const targets = targetsOf(request.estate)
  const policies = policiesIn(survey)
  return succeed({
    told: {
      targets,
      plugin: reach.profile.name,
      policies,
      peers: peersOf(reach).map(toldPeer),
      connections: () => rowsOf('open', ends.value, request, reach),
      unclear: () => (reach.hasDoubts() ? rowsOf('maybe', ends.value, request, reach) : []),
      traffic: () => reach.traffic(({ namespace }) => namespace),
      isNarrowed: ends.value !== undefined,
      closed: closedRows(ends.value, request, reach),
      faults,
      picture: () =>
        pictureOf(reach, {
          pairs: ends.value?.pairs() ?? reach.pairs(),
          port: request.port,
          caption: { targets, policies, faults: faults.length },
        }),
    },
    exitCode: faults.length > 0 ? EXIT.incomplete : EXIT.fine,
  })
}

function policiesIn({ scene }: Survey): number {
  // Staged ones decide nothing, and those for several networks leave the cluster's own as it is.
  return scene.resources.filter(
    ({ type }) => type.endsWith('NetworkPolicy') && !/\/(?:Staged|Multi)/.test(type),
  ).length
}

/** All peers of an estate, each once. */
function peersOf(reach: Reach): readonly Peer[] {
  const { sources, destinations, workloads, ingressController } = reach
  const ranges = new Map([...sources, ...destinations].map((range) => [range.id, range]))
  return [
    ...ranges.values(),
    ...workloads,
    ...(ingressController === undefined ? [] : [ingressController]),
  ]
}

function toldPeer(peer: Peer): ToldPeer {
  const { id, kind } = peer
  return kind === 'workload'
    ? { id, kind, namespace: peer.namespace, isActive: peer.isActive }
    : { id, kind, isActive: true }
}

type Request = Pick<ReachRequest, 'port' | 'hasReasons'>

function* rowsOf(
  state: 'open' | 'maybe',
  ends: Ends | undefined,
  request: Request,
  reach: Reach,
): Generator<ToldRow> {
  const textFor = textsFor(request)
  for (const pair of ends?.pairs() ?? reach.pairs()) {
    const text = textFor(pair[state])
    if (text !== '') yield rowOf(pair, text, request, reach)
  }
}

// There are few sets and up to millions of pairs. Empty for a set without connections.
function textsFor({ port }: Request): (set: ConnectionSet) => string {
  const texts = new Map<ConnectionSet, string>()
  return (set) => {
    const known = texts.get(set)
    if (known !== undefined) return known
    const asked = port === undefined ? set : intersection(set, port)
    const text = isEmpty(asked) ? '' : connectionText(asked)
    texts.set(set, text)
    return text
  }
}

function closedRows(ends: Ends | undefined, request: Request, reach: Reach): readonly ToldRow[] {
  // Only who names both ends asks why nothing passes between them.
  if (ends?.areBoth !== true) return []
  return [...ends.pairs()]
    .filter(({ open, maybe }) =>
      [open, maybe].every((set) =>
        isEmpty(request.port === undefined ? set : intersection(set, request.port)),
      ),
    )
    .map((pair) => rowOf(pair, 'No Connections', request, reach))
}

function rowOf(
  { from, to }: { readonly from: Peer; readonly to: Peer },
  connections: string,
  { hasReasons }: Request,
  reach: Reach,
): ToldRow {
  const row = { from: from.id, to: to.id, connections }
  return hasReasons ? { ...row, because: toldReasons(reach.reasons(from, to)) } : row
}
