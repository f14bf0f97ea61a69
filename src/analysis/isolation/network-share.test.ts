import { expect, it } from 'vitest'
import { networkShare } from './network-share.ts'
import { sceneOf } from './scene.testing.ts'

const PODS = `
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, spec: { containers: [] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: api, namespace: shop, labels: { app: api } }, spec: { containers: [] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: agent, namespace: shop }, spec: { hostNetwork: true, containers: [] } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: copy, namespace: shop, ownerReferences: [{ kind: ReplicaSet, name: web }] }, spec: { containers: [] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web, namespace: shop }, spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress, Egress] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: all, namespace: shop }, spec: { podSelector: {}, policyTypes: [Ingress] } }
`

it('counts what is not isolated both ways, of what policies can isolate', () => {
  expect(networkShare(sceneOf(PODS))).toEqual({ open: 1, all: 2 })
})

it('counts what a policy closes and then opens to everybody', () => {
  const open = PODS.replace('podSelector: {}, policyTypes: [Ingress]', 'ingress: [{}]')
  expect(networkShare(sceneOf(open))).toEqual({ open: 2, all: 2 })
})

it('counts everything where the plugin enforces nothing', () => {
  const flannel = `
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: kube-flannel-ds, namespace: kube-flannel }
spec: { template: { spec: { hostNetwork: true, containers: [{ name: flannel, image: "ghcr.io/flannel-io/flannel:v0.27.0" }] } } }
`
  expect(networkShare(sceneOf(PODS + flannel))).toEqual({ open: 2, all: 2 })
  const beside = flannel.replace(
    'containers: [',
    'containers: [{ name: c, image: "docker.io/calico/node:v3.30.0" }, ',
  )
  expect(networkShare(sceneOf(PODS + beside))).toEqual({ open: 1, all: 2 })
})

it('counts what an administrator opens within the cluster before others are asked', () => {
  const closed = PODS.replace('policyTypes: [Ingress] } }', 'policyTypes: [Ingress, Egress] } }')
  const admin = (action: string) => `
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: all }
spec: { priority: 1, subject: { namespaces: {} }, ingress: [{ name: all, action: ${action}, from: [{ namespaces: {} }] }], egress: [{ name: all, action: ${action}, to: [{ namespaces: {} }] }] }
`
  expect(networkShare(sceneOf(closed))).toEqual({ open: 0, all: 2 })
  expect(networkShare(sceneOf(closed + admin('Deny')))).toEqual({ open: 0, all: 2 })
  expect(networkShare(sceneOf(closed + admin('Allow')))).toEqual({ open: 2, all: 2 })
})
