import { describe, expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { encryptionShare, type EncryptionShare } from './encryption-share.ts'

function shareOf(text: string): EncryptionShare {
  const { documents } = readYaml({ file: 'estate.yaml', text })
  return encryptionShare(
    createScene(documents.map(resourceOf), {
      kubernetes: { major: 1, minor: 36 },
      offering: 'none',
      today: '2026-11-24',
    }),
  )
}

describe('the share of what is not encrypted', () => {
  it('counts classes of storage, and takes one that cannot be told for open', () => {
    expect(
      shareOf(`
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: a }, provisioner: pd.csi.storage.gke.io }
---
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: b }, provisioner: csi.scaleway.com }
---
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: c }, provisioner: other.example }
`),
    ).toEqual({ open: 2, all: 3 })
  })

  it('counts hosts, listeners and connection strings', () => {
    expect(
      shareOf(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  tls: [{ hosts: [a.example], secretName: a }]
  rules: [{ host: a.example }, { host: b.example }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: v1
kind: Pod
metadata: { name: cart }
spec:
  containers:
    - name: cart
      env:
        - { name: A, value: 'redis://redis.data:6379' }
        - { name: B, value: 'rediss://redis.data:6380' }
        - { name: C, value: 'postgres://db.data/shop?sslmode=verify-full' }
        - { name: D, value: 'nothing' }
`),
    ).toEqual({ open: 3, all: 6 })
  })

  it('is nothing of nothing in an estate that keeps and carries nothing', () => {
    expect(shareOf('{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }')).toEqual({
      open: 0,
      all: 0,
    })
  })
})
