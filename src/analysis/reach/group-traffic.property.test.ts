import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { clusters, manifestsOf } from './clusters.testing.ts'
import { isEmpty } from './connection-set.ts'
import type { Peer } from './peer.ts'
import { reachOf } from './reach-of.ts'
import type { Reach } from './reach.ts'

const SEED = 8

// Beside what random clusters have: a pod on its node, one that a route leads to, and a workload whose pods differ.
const OTHERS = `
apiVersion: v1
kind: Pod
metadata: { name: agent, namespace: a }
spec: { hostNetwork: true, containers: [{ name: main, image: 'x:1' }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: one
  namespace: b
  labels: { app: web }
  ownerReferences: [{ apiVersion: v1, kind: ReplicationController, name: twins }]
spec: { containers: [{ name: main, image: 'x:1' }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: other
  namespace: b
  labels: { app: db }
  ownerReferences: [{ apiVersion: v1, kind: ReplicationController, name: twins }]
spec: { containers: [{ name: main, image: 'x:1' }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: b }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: b }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
`

it('counts by namespace what the pairs say one by one', () => {
  fc.assert(
    fc.property(clusters, (cluster) => {
      const manifests = manifestsOf(cluster).map((manifest) => JSON.stringify(manifest))
      const reach = reachOf(sceneOf([...manifests, OTHERS].join('\n---\n')))
      const told = reach.traffic(({ namespace }) => namespace)
      expect(told.map(({ from, to, open, unclear }) => [from, to, open, unclear])).toEqual(
        countedOneByOne(reach),
      )
    }),
    { numRuns: 100, seed: SEED },
  )
})

function countedOneByOne(reach: Reach): readonly (readonly [string, string, number, number])[] {
  const counts = new Map<string, [string, string, number, number]>()
  for (const { from, to, open } of reach.pairs()) {
    const names = [groupOf(from), groupOf(to)] as const
    const count = counts.get(names.join(' ')) ?? [...names, 0, 0]
    count[isEmpty(open) ? 3 : 2]++
    counts.set(names.join(' '), count)
  }
  return [...counts].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, count]) => count)
}

function groupOf(peer: Peer): string {
  if (peer.kind === 'workload') return peer.namespace
  return peer.kind === 'addresses' ? 'outside' : peer.id
}
