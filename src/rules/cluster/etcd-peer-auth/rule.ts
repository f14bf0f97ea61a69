import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven, type Fault } from '../faults.ts'
import { isClearUrl, isLocalUrl } from '../local-url.ts'

const CERTIFICATE = ['peer-cert-file', 'peer-key-file'] as const

export const etcdPeerAuth = defineRule({
  id: 'etcd-peer-auth',
  title: 'Let members of etcd ask each other for a certificate',
  topic: 'etcd-access',
  severity: 'high',
  references: [
    {
      title: 'etcd: Transport security model, peer communication',
      url: 'https://etcd.io/docs/v3.6/op-guide/security/',
    },
    {
      title: 'Kubernetes: Operating etcd clusters, securing communication',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-communication',
    },
  ],
  controls: {
    'cis-1.12': ['2.4', '2.5', '2.6'],
    'stig-v2r3': ['V-242380', 'V-242426', 'V-242432', 'V-242433'],
  },

  subject: ['etcd'],
  check: (etcd) =>
    isAlone(etcd)
      ? []
      : complainOnce(faultsOf(etcd), {
          what: 'Whoever reaches the port for members may join etcd',
          doubt: 'Whoever reaches the port for members may be let in',
        }),

  fix: {
    risk: 'mayBreak', // members without a certificate of etcd's authority are refused
    edit: (etcd) =>
      // Without an authority there is nothing to check certificates by.
      etcd.setting('peer-trusted-ca-file').value === undefined ||
      etcd.setting('peer-client-cert-auth').value === 'true'
        ? []
        : etcd.set('peer-client-cert-auth', 'true'),
  },
})

// A single member that listens for others on its own machine only has nobody to ask.
function isAlone(etcd: Component): boolean {
  const listens = etcd.setting('listen-peer-urls')
  const urls = etcd.members('listen-peer-urls')
  return listens.sure && urls.every((url) => url.startsWith('http:') && isLocalUrl(url))
}

function faultsOf(etcd: Component): readonly Fault[] {
  const asks = etcd.setting('peer-client-cert-auth')
  const automatic = etcd.setting('peer-auto-tls')
  const isAutomatic = automatic.value === 'true'
  const isClear = etcd.members('listen-peer-urls').some(isClearUrl)
  return [
    ...faultUnless(asks, asks.value === 'true', 'peer-client-cert-auth is not true'),
    ...faultUnless(automatic, !isAutomatic, 'peer-auto-tls is true'),
    ...CERTIFICATE.flatMap((name) => {
      const setting = etcd.setting(name)
      return faultUnless(setting, isGiven(setting) || isAutomatic, `${name} is not set`)
    }),
    ...faultUnless(etcd.setting('listen-peer-urls'), !isClear, 'it listens without TLS'),
  ]
}
