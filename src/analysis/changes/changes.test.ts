import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { connectionText, isEmpty } from '../reach/connection-set.ts'
import { reachOf } from '../reach/reach-of.ts'
import type { ConnectionChange } from './connection-change.ts'
import { doorChanges } from './door-changes.ts'
import { pairChanges } from './pair-changes.ts'

const pod = (name: string): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}
spec: {containers: [{name: main, image: 'x:1', ports: [{containerPort: 80}]}]}`

const PODS = pod('db') + pod('web')

const policy = (ingress: string, app = 'db'): string => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${app}, namespace: shop}
spec: {podSelector: {matchLabels: {app: ${app}}}, policyTypes: [Ingress], ingress: ${ingress}}`

const service = (spec: string): string => `
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec: {selector: {app: db}, ports: [{port: 80}], ${spec}}`

const words = (change: ConnectionChange): string =>
  [
    ['opened', change.opened] as const,
    ['closed', change.closed] as const,
    ['unknown', change.unknown] as const,
  ]
    .filter(([, set]) => !isEmpty(set))
    .map(([word, set]) => `${word} ${connectionText(set)}`)
    .join(', ')

const sideOf = (yaml: string) => {
  const scene = sceneOf(yaml)
  return { scene, reach: reachOf(scene) }
}

const changed = (old: string, now: string): readonly string[] =>
  [...pairChanges(sideOf(old).reach, sideOf(now).reach)].map(
    ({ from, to, change, isOfOneSide }) =>
      `${from} > ${to}: ${words(change)}${isOfOneSide ? ' (one side)' : ''}`,
  )

const [DB, WEB] = ['shop/db[Pod]', 'shop/web[Pod]']
const ALL = 'All Connections'

describe('what changed between two sides', () => {
  it.each([
    { name: 'nothing', old: policy('[]'), now: policy('[]'), told: [] },
    {
      name: 'that everything opens with the one policy gone',
      old: policy('[]'),
      now: '',
      told: [`0.0.0.0-255.255.255.255 > ${DB}: opened ${ALL}`, `${WEB} > ${DB}: opened ${ALL}`],
    },
    {
      name: 'the port that is let in now, and no other',
      old: policy('[{from: [{podSelector: {}}], ports: [{port: 80}]}]'),
      now: policy('[{from: [{podSelector: {}}], ports: [{port: 80}, {port: 443}]}]'),
      told: [`${WEB} > ${DB}: opened TCP 443`],
    },
    {
      name: 'a range as a whole, however the sides are cut',
      old: policy('[{from: [{ipBlock: {cidr: 10.0.0.0/9}}, {ipBlock: {cidr: 10.128.0.0/9}}]}]'),
      now: policy('[{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]'),
      told: [`10.1.0.0-10.1.255.255 > ${DB}: closed ${ALL}`],
    },
    {
      name: 'what nobody can tell any more',
      old: policy('[{from: [{podSelector: {matchLabels: {app: web}}}]}]'),
      now: policy("[{from: [{podSelector: {matchLabels: {app: '{{ .app }}'}}}]}]"),
      told: [`${WEB} > ${DB}: unknown ${ALL}`],
    },
    {
      name: 'addresses of a family that one side alone speaks of',
      old: '',
      now: policy("[{from: [{ipBlock: {cidr: '2001:db8::/32'}}, {ipBlock: {cidr: 0.0.0.0/0}}]}]"),
      told: [
        `::-2001:db7:ffff:ffff:ffff:ffff:ffff:ffff > ${DB}: closed ${ALL}`,
        `2001:db9::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff > ${DB}: closed ${ALL}`,
        `${WEB} > ${DB}: unknown ${ALL}`,
      ],
    },
  ])('tells $name', ({ old, now, told }) => {
    expect(changed(PODS + old, PODS + now)).toEqual(told)
  })

  it('tells workloads apart that one side lacks', () => {
    const told = changed(pod('db') + policy('[]'), PODS + policy('[]') + policy('[]', 'web'))
    expect(told).toEqual([`${WEB} > 0.0.0.0-255.255.255.255: opened ${ALL} (one side)`])
  })
})

describe('what changed at the ways in', () => {
  const ways = (old: string, now: string): readonly string[] =>
    doorChanges(sideOf(PODS + old), sideOf(PODS + now)).map(
      ({ door, from, change }) =>
        `${door.way} ${typeof from === 'string' ? from : from.id}: ${words(change)}`,
    )
  const few = (block: string): string =>
    service(
      `type: LoadBalancer, externalTrafficPolicy: Local, allocateLoadBalancerNodePorts: false, loadBalancerSourceRanges: [${block}]`,
    )

  it.each([
    {
      name: 'a Service that is opened to the internet',
      old: service('type: ClusterIP'),
      now: service('type: LoadBalancer'),
      told: ['LoadBalancer 0.0.0.0-255.255.255.255: opened TCP 80'],
    },
    {
      name: 'addresses that are let in no more',
      old: few('203.0.113.0/24'),
      now: few('203.0.113.0/25'),
      told: ['LoadBalancer 203.0.113.128-203.0.113.255: closed TCP 80'],
    },
    {
      name: 'a policy that closes it',
      old: few('203.0.113.0/24'),
      now: few('203.0.113.0/24') + policy('[]'),
      told: ['LoadBalancer 203.0.113.0-203.0.113.255: closed TCP 80'],
    },
    {
      name: 'a port of the nodes',
      old: service('type: ClusterIP'),
      now: service('type: NodePort'),
      told: ['NodePort node: opened TCP 80'],
    },
    { name: 'nothing', old: few('203.0.113.0/24'), now: few('203.0.113.0/24'), told: [] },
  ])('tells $name', ({ old, now, told }) => {
    expect(ways(old, now)).toEqual(told)
  })
})
