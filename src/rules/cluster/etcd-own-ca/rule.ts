import type { Component } from '../../../analysis/cluster/component.ts'
import { componentsIn } from '../../../analysis/cluster/components.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, isGiven } from '../faults.ts'

const AUTHORITIES = ['trusted-ca-file', 'peer-trusted-ca-file'] as const

export const etcdOwnCa = defineRule({
  id: 'etcd-own-ca',
  title: 'Give etcd a certificate authority of its own',
  topic: 'etcd-access',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: PKI certificates and requirements',
      url: 'https://kubernetes.io/docs/setup/best-practices/certificates/#single-root-ca',
    },
    {
      title: 'etcd: Transport security model',
      url: 'https://etcd.io/docs/v3.6/op-guide/security/',
    },
  ],
  controls: { 'cis-1.12': ['2.7'] },

  subject: ['etcd'],
  check(etcd, scene) {
    const clients = clientAuthorities(etcd, scene)
    const faults = AUTHORITIES.flatMap((name) => {
      const setting = etcd.setting(name)
      const isShared = isGiven(setting) && clients.includes(setting.value)
      // What is not known here may still be told from the API server beside it: without one there is nothing to compare.
      if (clients.length === 0) return []
      return faultUnless(setting, !isShared, `${name} is that of the cluster`)
    })
    return complainApart(faults, {
      what: 'Any client certificate of the cluster opens etcd',
      doubt: 'Client certificates of the cluster may open etcd',
    })
  },
})

// By what API servers in the same folder know their clients: paths mean nothing across machines.
function clientAuthorities(etcd: Component, scene: Scene): readonly (string | undefined)[] {
  const servers = componentsIn(scene).filter(
    (component) => component.name === 'kube-apiserver' && folderOf(component) === folderOf(etcd),
  )
  return servers.map((server) => server.setting('client-ca-file').value).filter(Boolean)
}

function folderOf({ sources: [main] }: Component): string {
  const { file } = main.document.source
  return file.slice(0, file.lastIndexOf('/') + 1)
}
