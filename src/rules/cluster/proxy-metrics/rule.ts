import { setPlace } from '../../../model/edit.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const LOCAL = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)(?::\d+)?$/

const ADDRESS: SettingCheck = {
  name: 'metricsBindAddress',
  isRight: ({ value = '' }) => value === '' || LOCAL.test(value),
  fault: ({ value }) =>
    `The proxy of the node tells its metrics and settings to anybody, on ${value}.`,
  doubt: 'The proxy of the node may tell its metrics and settings to anybody',
}

export const proxyMetrics = defineRule({
  id: 'proxy-metrics',
  title: "Keep kube-proxy's metrics on the machine itself",
  topic: 'kubelet',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: kube-proxy Configuration (v1alpha1)',
      url: 'https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/',
    },
    {
      title: 'Kubernetes: Virtual IPs and Service Proxies, proxy modes',
      url: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-modes',
    },
  ],
  controls: { 'cis-1.12': ['4.3.1'] },

  subject: ['kube-proxy'],
  check(proxy, scene) {
    const address = proxy.setting(ADDRESS.name)
    const mode = proxy.setting('mode')
    const isRetired = mode.value === 'ipvs' && scene.atLeast(1, 35)
    const retired: readonly Complaint[] = isRetired
      ? [{ place: mode.place, message: RETIRED, sure: true }]
      : []
    return [...(address.from === 'default' ? [] : complainOf(proxy, ADDRESS)), ...retired]
  },

  fix: {
    risk: 'mayBreak', // what reads the metrics over the network needs another way
    edit: (proxy, { place }) =>
      place.path.at(-1) === ADDRESS.name ? [setPlace(place, '127.0.0.1:10249')] : [],
  },
})

const RETIRED = 'Services work by IPVS, which is deprecated since 1.35: nftables takes its place.'
