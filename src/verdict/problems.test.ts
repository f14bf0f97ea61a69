import { expect, it } from 'vitest'
import { verdictOf } from '../../test/report/verdicts.ts'

const PODS = `
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, spec: { containers: [] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: api, namespace: shop }, spec: { containers: [] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web, namespace: shop }, spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress, Egress] } }
`

function networkShareOf(text: string) {
  const { problems } = verdictOf({ texts: { 'shop.yaml': text } })
  return problems.find(({ title }) => title === 'Network policies')
}

it('counts the workloads that no network policy isolates both ways', () => {
  expect(networkShareOf(PODS)).toMatchObject({ bad: 1, all: 2 })
})

it('has no number for none of none, which would read as good news', () => {
  const config = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: web } }'
  expect(networkShareOf(config)).toMatchObject({ bad: undefined, all: undefined })
})

const CLASSES = `
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: clear }, provisioner: csi.scaleway.com }
---
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: google }, provisioner: pd.csi.storage.gke.io }
`

it('counts the stores and links that are not known to be encrypted', () => {
  const { problems } = verdictOf({ texts: { 'classes.yaml': CLASSES } })
  expect(problems.find(({ title }) => title === 'Unencrypted data')).toMatchObject({
    bad: 1,
    all: 2,
  })
})
