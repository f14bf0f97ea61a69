import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import type { NaivePolicy } from './cluster.testing.ts'
import { clusters } from './clusters.testing.ts'
import { connectionText } from './connection-set.ts'
import type { CiliumPolicy, PluginCluster } from './plugin-cluster.testing.ts'
import { calicoClusters, ciliumClusters, pluginManifests } from './plugin-clusters.testing.ts'
import { reachOf } from './reach-of.ts'

const RUNS = { numRuns: Number(process.env['PORTOLAN_CLUSTERS'] ?? '60'), seed: 8 }
const MOST_MS = 300_000

const any: fc.Arbitrary<PluginCluster> = fc.oneof(
  clusters.map((cluster) => ({ ...cluster, cilium: [], calico: [], tiers: [] })),
  ciliumClusters,
  calicoClusters,
)

describe('the answer about a network', { timeout: MOST_MS }, () => {
  it('does not depend on the order of documents', () => {
    const shuffled = any.chain((cluster) => {
      const manifests = pluginManifests(cluster)
      return fc
        .shuffledSubarray([...manifests], { minLength: manifests.length })
        .map((other) => ({ manifests, other }))
    })
    fc.assert(
      fc.property(shuffled, ({ manifests, other }) => {
        expect(answersOf(other)).toEqual(answersOf(manifests))
      }),
      RUNS,
    )
  })

  it('does not depend on whether rules stand in one policy or in several', () => {
    fc.assert(
      fc.property(any, (cluster) => {
        const split = {
          ...cluster,
          policies: cluster.policies.flatMap(splitPolicy),
          cilium: cluster.cilium.flatMap(splitCilium),
        }
        expect(answersOf(pluginManifests(split))).toEqual(answersOf(pluginManifests(cluster)))
      }),
      RUNS,
    )
  })

  it('does not depend on a label that no selector asks for', () => {
    fc.assert(
      fc.property(
        any,
        fc.array(fc.nat({ max: 9 }), { minLength: 4, maxLength: 4 }),
        (cluster, marks) => {
          const pods = cluster.pods.map((pod, index) => ({
            ...pod,
            labels: { ...pod.labels, unused: `v${marks[index] ?? 0}` },
          }))
          expect(answersOf(pluginManifests({ ...cluster, pods }))).toEqual(
            answersOf(pluginManifests(cluster)),
          )
        },
      ),
      RUNS,
    )
  })
})

function answersOf(manifests: readonly unknown[]): readonly string[] {
  const reach = reachOf(
    sceneOf(manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n')),
  )
  return Array.from(
    reach.pairs(),
    ({ from, to, open, maybe }) =>
      `${from.id} > ${to.id}: ${connectionText(open)}; perhaps ${connectionText(maybe)}`,
  )
}

// One policy for each rule, and one that closes what the policy closed.
function splitPolicy({ metadata, spec }: NaivePolicy): readonly NaivePolicy[] {
  const policyTypes =
    spec.policyTypes ??
    ((spec.egress ?? []).length > 0 ? (['Ingress', 'Egress'] as const) : (['Ingress'] as const))
  const { podSelector = {} } = spec
  const pieces: readonly Partial<NaivePolicy['spec']>[] = [
    {},
    ...(spec.ingress ?? []).map((rule) => ({ ingress: [rule] })),
    ...(spec.egress ?? []).map((rule) => ({ egress: [rule] })),
  ]
  return pieces.map((piece, index) => ({
    metadata: { ...metadata, name: `${metadata.name}-${index}` },
    spec: { podSelector, policyTypes, ...piece },
  }))
}

const SECTIONS = ['ingress', 'ingressDeny', 'egress', 'egressDeny'] as const

function splitCilium({ namespace, spec }: CiliumPolicy): readonly CiliumPolicy[] {
  const { endpointSelector } = spec
  const denies = (way: 'ingress' | 'egress'): boolean =>
    spec.enableDefaultDeny?.[way] ??
    [...(spec[way] ?? []), ...(spec[`${way}Deny`] ?? [])].length > 0
  const enableDefaultDeny = { ingress: denies('ingress'), egress: denies('egress') }
  const pieces = SECTIONS.flatMap((section) =>
    (spec[section] ?? []).map((rule) => ({ [section]: [rule] })),
  )
  return [{}, ...pieces].map((piece) => ({
    namespace,
    spec: { endpointSelector, enableDefaultDeny, ...piece },
  }))
}
