import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven, type Fault } from '../faults.ts'

const FILES = ['etcd-cafile', 'etcd-certfile', 'etcd-keyfile'] as const

export const apiEtcdTls = defineRule({
  id: 'api-etcd-tls',
  title: 'Let API server and etcd show each other a certificate',
  topic: 'etcd-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Operating etcd clusters, limiting access of etcd clusters',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#limiting-access-of-etcd-clusters',
    },
    {
      title: 'etcd: Transport security model',
      url: 'https://etcd.io/docs/v3.6/op-guide/security/',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.23', '1.2.26'],
    'stig-v2r3': ['V-242429', 'V-242430', 'V-242431'],
    'ms-threat-matrix': ['MS-TA9025'],
  },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainOnce(faultsOf(apiServer), {
      what: 'Secrets go between API server and etcd without mutual TLS',
      doubt: 'Secrets may go to etcd without mutual TLS',
    }),
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const servers = apiServer.setting('etcd-servers')
  const urls = apiServer.members('etcd-servers')
  // A socket of the machine, as k3s has it, takes no certificates.
  if (servers.sure && urls.length > 0 && urls.every((url) => url.startsWith('unix:'))) return []
  const isClear = urls.some((url) => url.startsWith('http:'))
  return [
    ...faultUnless(servers, !isClear, 'etcd-servers are addressed without TLS'),
    ...FILES.flatMap((name) => {
      const setting = apiServer.setting(name)
      return faultUnless(setting, isGiven(setting), `${name} is not set`)
    }),
  ]
}
