import type { Component } from '../../../analysis/cluster/component.ts'
import { parseDuration } from '../../data/duration.ts'
import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, type Fault } from '../faults.ts'

const FAIRNESS = 'enable-priority-and-fairness'
const LONGEST_S = 300

export const apiApf = defineRule({
  id: 'api-apf',
  title: 'Let no client keep the API server busy for all others',
  topic: 'control-plane-settings',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: API Priority and Fairness',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
    },
    {
      title: 'Kubernetes: kube-apiserver, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.20'],
    'stig-v2r3': ['V-242438'],
    'ms-threat-matrix': ['MS-TA9040'],
  },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainApart(faultsOf(apiServer), {
      what: 'One client can keep the API server busy for all others',
      doubt: 'One client may be able to keep the API server busy',
    }),

  fix: {
    risk: 'none', // the queues are on by default, and a minute is what requests have
    edit: (apiServer) =>
      apiServer.setting(FAIRNESS).value === 'false' ? apiServer.set(FAIRNESS, 'true') : [],
  },
})

function faultsOf(apiServer: Component): readonly Fault[] {
  const fairness = apiServer.setting(FAIRNESS)
  const timeout = apiServer.setting('request-timeout')
  const isLong = (parseDuration(timeout.value) ?? 0) >= LONGEST_S
  return [
    ...faultUnless(fairness, fairness.value !== 'false', 'requests are not put into queues'),
    ...faultUnless(timeout, !isLong, `a request may take ${timeout.value}`),
  ]
}
