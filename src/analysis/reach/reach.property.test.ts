import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBlock } from '../addresses/cidr.ts'
import { sceneOf } from '../isolation/scene.testing.ts'
import type { NaivePod } from './cluster.testing.ts'
import { ADDRESSES, clusters, PORTS } from './clusters.testing.ts'
import { contains, PROTOCOLS } from './connection-set.ts'
import { isAllowedByCalico } from './naive-calico.testing.ts'
import { isAllowedByCilium } from './naive-cilium.testing.ts'
import { isAllowed, type Attempt } from './naive.testing.ts'
import type { Peer } from './peer.ts'
import type { PluginCluster } from './plugin-cluster.testing.ts'
import { ciliumClusters, calicoClusters, pluginManifests } from './plugin-clusters.testing.ts'
import { PROFILES } from './profiles.data.ts'
import { reachUnder } from './reach-of.ts'
import type { Reach } from './reach.ts'

// `.ci/run` asks for 20,000 of another seed each time; some of one seed hold every change to the engine.
const CLUSTERS = Number(process.env['PORTOLAN_CLUSTERS'] ?? '100')
const SEED = Number(process.env['PORTOLAN_SEED'] ?? '8')
const MOST_MS = 300_000 + CLUSTERS * 300
const MOST_TOLD = 6

/** Clusters, and who judges them. */
interface Judged {
  readonly name: string
  readonly judged: fc.Arbitrary<PluginCluster>
  readonly isAllowed: Judge
}

type Judge = (cluster: PluginCluster, attempt: Attempt) => boolean

const admin = clusters.map((cluster) => ({ ...cluster, cilium: [], calico: [], tiers: [] }))
const plain = admin.map((cluster) => ({ ...cluster, admin: [] }))

// Whether blocks mean pods is the plugin's choice. Here they do not, so that there is one answer.
const PROFILE = { ...PROFILES.generic, blocksHoldPods: false, networksHoldPods: false } as const

describe('reachability', () => {
  it.each<Judged>([
    { name: 'NetworkPolicies', judged: plain, isAllowed },
    { name: 'admin policies', judged: admin, isAllowed },
    { name: 'policies of Cilium', judged: ciliumClusters, isAllowed: isAllowedByCilium },
    { name: 'policies of Calico', judged: calicoClusters, isAllowed: isAllowedByCalico },
  ])(
    `is what a naive judge says of ${CLUSTERS} clusters with $name (seed ${SEED})`,
    { timeout: MOST_MS },
    ({ judged, isAllowed: judge }) => {
      fc.assert(
        fc.property(judged, (cluster) => {
          expect(differencesIn(cluster, judge).slice(0, MOST_TOLD)).toEqual([])
        }),
        { numRuns: CLUSTERS, seed: SEED },
      )
    },
  )
})

/** A peer of the engine with what the judge calls it. */
interface End {
  readonly peer: Peer
  readonly naive: NaivePod | string
}

function differencesIn(cluster: PluginCluster, judge: Judge): readonly string[] {
  const manifests = pluginManifests(cluster).map((manifest) => JSON.stringify(manifest))
  const reach = reachUnder(sceneOf(manifests.join('\n---\n')), PROFILE)
  const differences = reach.faults.map(({ message }) => message)
  const pods = cluster.pods.map((naive) => ({ peer: workloadOf(reach, naive), naive }))
  for (const from of [...pods, ...endsIn(reach.sources)]) {
    for (const to of [...pods, ...endsIn(reach.destinations)]) {
      if (from !== to) differences.push(...differencesOf({ cluster, judge, reach, from, to }))
    }
  }
  return differences
}

function workloadOf(reach: Reach, { namespace, name }: NaivePod): Peer {
  const workload = reach.workload(`${namespace}/${name}[Pod]`)
  if (workload === undefined) throw new Error(`The engine has no pod ${name}.`)
  return workload
}

function endsIn(ranges: Reach['sources']): readonly End[] {
  return ADDRESSES.flatMap((address) => {
    const block = parseBlock(address)
    const peer = ranges.find(
      ({ family, first, last }) =>
        block?.family === family && first <= block.bits && block.bits <= last,
    )
    // Without a word of IPv6 the engine says nothing of it.
    return peer === undefined ? [] : [{ peer, naive: address }]
  })
}

interface Comparison {
  readonly cluster: PluginCluster
  readonly judge: Judge
  readonly reach: Reach
  readonly from: End
  readonly to: End
}

function differencesOf({ cluster, judge, reach, from, to }: Comparison): readonly string[] {
  if (typeof from.naive === 'string' && typeof to.naive === 'string') return []
  const { open, maybe } = reach.between(from.peer, to.peer)
  return PROTOCOLS.flatMap((protocol) =>
    PORTS.flatMap((port) => {
      const attempt = { from: from.naive, to: to.naive, protocol, port }
      const wanted = judge(cluster, attempt)
      const isOpen = contains(open, protocol, port)
      const isMaybe = contains(maybe, protocol, port)
      if (wanted === isOpen && !isMaybe) return []
      return [
        `${from.peer.id} > ${to.peer.id} ${protocol} ${port}: ${wanted}, but ${isMaybe ? 'maybe' : isOpen}`,
      ]
    }),
  )
}
