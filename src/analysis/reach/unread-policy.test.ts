import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { connectionText } from './connection-set.ts'
import { reachOf } from './reach-of.ts'

const PODS = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: main, image: 'x:1' }] }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: data }
spec: { containers: [{ name: main, image: 'x:1' }] }
---
apiVersion: v1
kind: Pod
metadata: { name: agent, namespace: kube-system }
spec: { hostNetwork: true, containers: [{ name: main, image: 'x:1' }] }
`

const [WEB, DB, AGENT] = ['shop/web[Pod]', 'data/db[Pod]', 'kube-system/agent[Pod]']

describe('a policy that is not followed', () => {
  it.each([
    { kind: 'crd.antrea.io/v1beta1, NetworkPolicy', isAnywhere: false },
    { kind: 'crd.antrea.io/v1beta1, ClusterNetworkPolicy', isAnywhere: true },
    { kind: 'isovalent.com/v1, IsovalentNetworkPolicy', isAnywhere: false },
  ])('leaves open what $kind may select', ({ kind, isAnywhere }) => {
    const [api = '', name = ''] = kind.split(', ')
    const { open, maybe, faults } = answersBeside(`
apiVersion: ${api}
kind: ${name}
metadata: { name: odd, namespace: data }
`)
    expect(open(WEB, DB)).toBe('No Connections')
    expect(maybe(WEB, DB)).toBe('All Connections')
    expect(open(AGENT, WEB)).toBe(isAnywhere ? 'No Connections' : 'All Connections')
    expect(faults).toEqual([`REACH_UNREAD manifests.yaml:16:1`])
  })

  it('leaves open what a maker of policies may close', () => {
    const { open, faults } = answersBeside(`
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: maker }
spec: { rules: [{ name: deny, generate: { kind: NetworkPolicy } }] }
`)
    expect(open(WEB, DB)).toBe('No Connections')
    expect(faults).toEqual([`REACH_UNREAD manifests.yaml:16:1`])
  })

  it('outranks what other policies allow for sure', () => {
    const { open, maybe } = answersBeside(`
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: data }
spec: { podSelector: {}, ingress: [{}] }
---
apiVersion: crd.antrea.io/v1beta1
kind: NetworkPolicy
metadata: { name: odd, namespace: data }
`)
    expect(open(WEB, DB)).toBe('No Connections')
    expect(maybe(WEB, DB)).toBe('All Connections')
    expect(open(DB, WEB)).toBe('No Connections')
  })
})

function answersBeside(policies: string) {
  const reach = reachOf(sceneOf(`${PODS.trim()}\n---\n${policies.trim()}\n`))
  const between = (from: string, to: string) => {
    const [one, other] = [reach.workload(from), reach.workload(to)]
    if (one === undefined || other === undefined) throw new Error('There is no such workload.')
    return reach.between(one, other)
  }
  return {
    open: (from: string, to: string) => connectionText(between(from, to).open),
    maybe: (from: string, to: string) => connectionText(between(from, to).maybe),
    faults: reach.faults.map(({ code, at }) => `${code} ${at}`),
  }
}
