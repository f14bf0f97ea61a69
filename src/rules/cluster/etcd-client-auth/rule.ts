import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven, type Fault } from '../faults.ts'
import { isClearUrl } from '../local-url.ts'

export const etcdClientAuth = defineRule({
  id: 'etcd-client-auth',
  title: 'Let etcd ask every client for a certificate',
  topic: 'etcd-access',
  severity: 'critical',
  references: [
    {
      title: 'etcd: Transport security model',
      url: 'https://etcd.io/docs/v3.6/op-guide/security/',
    },
    {
      title: 'Kubernetes: Operating etcd clusters, securing etcd clusters',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
    },
  ],
  controls: {
    'cis-1.12': ['2.1', '2.2', '2.3'],
    'stig-v2r3': ['V-242379', 'V-242423', 'V-242427', 'V-242428'],
    'k8s-checklist': ['network/8', 'network/9'],
  },

  subject: ['etcd'],
  check: (etcd) =>
    complainOnce(faultsOf(etcd), {
      what: 'Whoever reaches etcd may read and write it',
      doubt: 'Whoever reaches etcd may be let in',
    }),

  fix: {
    risk: 'mayBreak', // clients without a certificate of etcd's authority are refused
    edit: (etcd) =>
      // Without an authority there is nothing to check certificates by.
      etcd.setting('trusted-ca-file').value === undefined ||
      etcd.setting('client-cert-auth').value === 'true'
        ? []
        : etcd.set('client-cert-auth', 'true'),
  },
})

function faultsOf(etcd: Component): readonly Fault[] {
  const asks = etcd.setting('client-cert-auth')
  const automatic = etcd.setting('auto-tls')
  const isAutomatic = automatic.value === 'true'
  const isClear = etcd.members('listen-client-urls').some(isClearUrl)
  return [
    ...faultUnless(asks, asks.value === 'true', 'client-cert-auth is not true'),
    ...faultUnless(automatic, !isAutomatic, 'auto-tls is true'),
    ...['cert-file' as const, 'key-file' as const].flatMap((name) => {
      const setting = etcd.setting(name)
      return faultUnless(setting, isGiven(setting) || isAutomatic, `${name} is not set`)
    }),
    ...faultUnless(etcd.setting('listen-client-urls'), !isClear, 'it listens without TLS'),
  ]
}
