import type { Component } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, isGiven, type Fault } from '../faults.ts'

export const apiLegacyPort = defineRule({
  id: 'api-legacy-port',
  title: 'Close the port of the API server that asks nothing',
  topic: 'control-plane-tls',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Controlling Access to the API, transport security',
      url: 'https://kubernetes.io/docs/concepts/security/controlling-access/#transport-security',
    },
    {
      title: 'Kubernetes 1.20 changelog: the insecure port of the API server',
      url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.20.md',
    },
  ],
  controls: { 'stig-v2r3': ['V-242386', 'V-242388'] },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainApart(faultsOf(apiServer), {
      what: 'The API server does whatever anybody asks on a port without TLS',
      doubt: 'The API server may have a port that asks for nothing',
    }),

  fix: {
    risk: 'mayBreak', // scripts on the node that use this port need credentials
    edit: (apiServer) => {
      const port = apiServer.setting('insecure-port')
      return port.from === 'flag' && port.sure ? apiServer.set('insecure-port', '0') : []
    },
  },
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const port = apiServer.setting('insecure-port')
  const address = apiServer.setting('insecure-bind-address')
  const isClosed = port.value === '0' && port.from !== 'default'
  return [
    ...faultUnless(port, port.value === '0', `insecure-port is ${port.value}`),
    ...faultUnless(address, !isGiven(address) || isClosed, 'insecure-bind-address is set'),
  ]
}
