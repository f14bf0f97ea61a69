import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { workloadsOf } from './workloads.ts'

const template = "template: { spec: { containers: [{ name: main, image: 'x:1' }] } }"
const text = (kind: string, name: string, more = '', api = 'apps/v1'): string =>
  `apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop${more} }\n`
const owned = (kind: string, name: string): string =>
  `, ownerReferences: [{ apiVersion: apps/v1, kind: ${kind}, name: ${name} }]`
const pod = (name: string, more = '', phase = 'Running'): string =>
  `${text('Pod', name, more, 'v1')}spec: { containers: [{ name: main, image: 'x:1' }] }\nstatus: { phase: ${phase} }`

describe('workloads', () => {
  const idsOf = (...texts: readonly string[]): readonly string[] =>
    workloadsOf(sceneOf(texts.join('\n---\n'))).map(({ id }) => id)

  it.each([
    { name: 'a bare pod', texts: [pod('web')], ids: ['shop/web[Pod]'] },
    {
      name: 'one name and two kinds',
      texts: [
        `${text('Deployment', 'web')}spec: { ${template} }`,
        `${text('StatefulSet', 'web')}spec: { ${template} }`,
      ],
      ids: ['shop/web[Deployment]', 'shop/web[StatefulSet]'],
    },
    {
      name: 'a pod called like the replica of another',
      texts: [`${text('Deployment', 'a')}spec: { ${template} }`, pod('a-1')],
      ids: ['shop/a-1[Pod]', 'shop/a[Deployment]'],
    },
    {
      name: 'pods of one owner that was not read',
      texts: [pod('a-1', owned('ReplicaSet', 'a')), pod('a-2', owned('ReplicaSet', 'a'))],
      ids: ['shop/a[ReplicaSet]'],
    },
    {
      name: 'the top of several owners',
      texts: [
        pod('a-1', owned('ReplicaSet', 'a-x')),
        `${text('ReplicaSet', 'a-x', owned('Deployment', 'a'))}spec: { ${template} }`,
        `${text('Deployment', 'a')}spec: { ${template} }`,
      ],
      ids: ['shop/a[Deployment]'],
    },
    {
      name: 'a static pod of a node',
      texts: [pod('proxy', owned('Node', 'one'))],
      ids: ['shop/proxy[Pod]'],
    },
    {
      name: 'pods that have ended',
      texts: [pod('a', '', 'Succeeded'), pod('b', '', 'Failed')],
      ids: [],
    },
    {
      name: 'owners in a circle',
      texts: [
        `${text('ReplicaSet', 'a', owned('ReplicaSet', 'b'))}spec: { ${template} }`,
        `${text('ReplicaSet', 'b', owned('ReplicaSet', 'a'))}spec: { ${template} }`,
      ],
      ids: ['shop/a[ReplicaSet]', 'shop/b[ReplicaSet]'],
    },
  ])('go by kind, namespace and name: $name', ({ texts, ids }) => {
    expect(idsOf(...texts)).toEqual(ids)
  })

  it('are there when they are scaled to none, but do not run', () => {
    const [one] = workloadsOf(
      sceneOf(`${text('Deployment', 'a')}spec: { replicas: 0, ${template} }`),
    )
    expect(one?.isActive).toBe(false)
  })
})
