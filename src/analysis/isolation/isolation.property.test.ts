import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMapping } from '../../model/part.ts'
import type { Scene } from '../../model/scene.ts'
import { DIRECTIONS } from './closing.ts'
import { isolationOf } from './isolation.ts'
import { networkShare } from './network-share.ts'
import { sceneOf } from './scene.testing.ts'
import { selectionOf } from './selection.ts'

const KINDS = [
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy'],
  ['cilium.io/v2', 'CiliumNetworkPolicy'],
  ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy'],
  ['projectcalico.org/v3', 'NetworkPolicy'],
  ['projectcalico.org/v3', 'GlobalNetworkPolicy'],
] as const

const FIELDS = [
  'podSelector',
  'policyTypes',
  'ingress',
  'egress',
  'subject',
  'endpointSelector',
  'enableDefaultDeny',
  'selector',
  'types',
  'namespaceSelector',
]

const text = fc.constantFrom('web', 'app', '${X}', 'Ingress', 'all()', "app == 'web'", '', '((')
const selector = fc.constantFrom<unknown>(
  {},
  { matchLabels: { app: 'web' } },
  { matchLabels: { app: '${X}' } },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] },
  { matchExpressions: [null] },
)
const value = fc.oneof(text, selector, fc.array(fc.oneof(text, selector)), fc.jsonValue())
const namespace = fc.constantFrom(undefined, 'shop', 'mail', '${NS}')

const policies = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    namespace,
    spec: fc.oneof(fc.dictionary(fc.constantFrom(...FIELDS), value), fc.jsonValue()),
  }),
  { maxLength: 6 },
)

const pods = fc.array(
  fc.record({ namespace, labels: fc.constantFrom({ app: 'web' }, { app: '${X}' }, '${L}', null) }),
  { minLength: 1, maxLength: 4 },
)

describe('isolationOf', () => {
  it('never throws, whatever stands in a policy', () => {
    fc.assert(
      fc.property(policies, pods, (somePolicies, somePods) => {
        const scene = sceneWith(somePolicies.map(policyOf), somePods.map(podOf))
        const { open, all } = networkShare(scene)
        expect(open).toBeLessThanOrEqual(all)
        for (const policy of scene.ofKind('NetworkPolicy')) selectionOf(policy, scene)
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order of policies', () => {
    fc.assert(
      fc.property(policies, pods, (somePolicies, somePods) => {
        const objects = somePolicies.map(policyOf)
        const forwards = statesIn(sceneWith(objects, somePods.map(podOf)))
        expect(statesIn(sceneWith(objects.toReversed(), somePods.map(podOf)))).toEqual(forwards)
      }),
      { numRuns: 300 },
    )
  })

  it('never opens what fewer policies have closed', () => {
    fc.assert(
      fc.property(policies, pods, (somePolicies, somePods) => {
        const objects = somePolicies.map(policyOf)
        const fewer = statesIn(sceneWith(objects.slice(1), somePods.map(podOf)))
        const all = statesIn(sceneWith(objects, somePods.map(podOf)))
        const closed = fewer.flatMap((state, index) => (state === 'isolated' ? [index] : []))
        expect(closed.map((index) => all[index])).toEqual(closed.map(() => 'isolated'))
      }),
      { numRuns: 300 },
    )
  })
})

function statesIn(scene: Scene): readonly string[] {
  return scene.pods.flatMap((pod) => DIRECTIONS.map((way) => isolationOf(scene)(pod, way)))
}

function sceneWith(policyObjects: readonly unknown[], podObjects: readonly unknown[]): Scene {
  const objects = [...podObjects, ...policyObjects]
  return sceneOf(objects.map((object) => JSON.stringify(object)).join('\n---\n'))
}

function policyOf(
  policy: { kind: (typeof KINDS)[number]; namespace: string | undefined; spec: unknown },
  index: number,
) {
  const [apiVersion, kind] = policy.kind
  const spec = isMapping(policy.spec) ? { ...policy.spec } : policy.spec
  return { apiVersion, kind, metadata: { name: `p${index}`, namespace: policy.namespace }, spec }
}

function podOf(pod: { namespace: string | undefined; labels: unknown }, index: number) {
  const { namespace: ns, labels } = pod
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `w${index}`, namespace: ns, labels },
    spec: { containers: [] },
  }
}
