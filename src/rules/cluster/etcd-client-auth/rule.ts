import type { Component, Setting } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

// What stays on the machine needs no TLS.
const LOCAL =
  /^(?:https:|unix:|http:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?:[:/]|$))/

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
  check(etcd) {
    const faults = faultsOf(etcd)
    const [first] = faults.filter(({ setting }) => setting.sure)
    if (first !== undefined) {
      const reasons = faults.filter(({ setting }) => setting.sure).map(({ reason }) => reason)
      const message = `Whoever reaches etcd may read and write it: ${reasons.join(', ')}.`
      return [{ place: first.setting.place, message, sure: true }]
    }
    const [unsure] = faults
    return unsure === undefined
      ? []
      : [doubtAbout(unsure.setting, 'Whoever reaches etcd may be let in')]
  },

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

interface Fault {
  readonly setting: Setting
  readonly reason: string
}

function faultsOf(etcd: Component): readonly Fault[] {
  const asks = etcd.setting('client-cert-auth')
  const automatic = etcd.setting('auto-tls')
  const listens = etcd.setting('listen-client-urls')
  const open = etcd.members('listen-client-urls').filter((url) => !LOCAL.test(url))
  return [
    { setting: asks, reason: 'client-cert-auth is not true', holds: asks.value !== 'true' },
    { setting: automatic, reason: 'auto-tls is true', holds: automatic.value === 'true' },
    ...['cert-file' as const, 'key-file' as const].map((name) => {
      const setting = etcd.setting(name)
      const holds = setting.value === undefined && automatic.value !== 'true'
      return { setting, reason: `${name} is not set`, holds }
    }),
    { setting: listens, reason: 'it listens without TLS', holds: open.length > 0 },
  ].filter(({ holds }) => holds)
}
