import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless } from '../faults.ts'

// Metrics over TLS ask for a client certificate, as the client port does.
const EVERYWHERE = /^http:\/\/(?:0\.0\.0\.0|\[::\]|\*)?(?::|\/|$)/

export const etcdMetricsOpen = defineRule({
  id: 'etcd-metrics-open',
  title: 'Show metrics of etcd on its own machine only',
  topic: 'etcd-access',
  severity: 'medium',
  references: [
    {
      title: 'etcd: Configuration options, listen-metrics-urls',
      url: 'https://etcd.io/docs/v3.6/op-guide/configuration/',
    },
    {
      title: 'etcd: Monitoring etcd, metrics endpoint',
      url: 'https://etcd.io/docs/v3.6/op-guide/monitoring/',
    },
  ],

  subject: ['etcd'],
  check(etcd) {
    const urls = etcd.setting('listen-metrics-urls')
    const isOpen = etcd.members('listen-metrics-urls').some((url) => EVERYWHERE.test(url))
    return complainOnce(faultUnless(urls, !isOpen, 'it listens on all addresses without TLS'), {
      what: 'Anybody may read the state of etcd',
      doubt: 'Anybody may be able to read the state of etcd',
    })
  },

  fix: {
    risk: 'mayBreak', // monitoring from another machine cannot reach it any more
    edit: (etcd) => etcd.set('listen-metrics-urls', 'http://127.0.0.1:2381'),
  },
})
