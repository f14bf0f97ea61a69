import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../../analysis/isolation/scene.testing.ts'
import { netPolicyForeign } from './rule.ts'

const policy = `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: db, namespace: shop}
spec: {endpointSelector: {}}`

const agent = (image: string): string => `
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: kube-system}
spec: {template: {spec: {containers: [{name: main, image: '${image}'}]}}}`

describe('a policy of another plugin', () => {
  it.each([
    { name: 'is told where another one runs', image: 'flannel/flannel:v0.24.4', sure: [true] },
    {
      name: 'cannot be told of a plugin that may read it',
      image: 'weaveworks/weave-npc:2.8',
      sure: [false],
    },
    { name: 'is none where its own runs', image: 'quay.io/cilium/cilium:v1.18.2', sure: [] },
    { name: 'is none where no agent was read', image: 'fluentd:v1.17', sure: [] },
  ])('$name', ({ image, sure }) => {
    const scene = sceneOf(policy + agent(image))
    const found = scene
      .ofKind('cilium.io/CiliumNetworkPolicy')
      .flatMap((one) => netPolicyForeign.check(one, scene))
    expect(found.map((complaint) => complaint.sure)).toEqual(sure)
  })
})
