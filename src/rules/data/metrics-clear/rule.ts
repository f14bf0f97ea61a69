import type { Path } from '../../../model/document.ts'
import { setPlace } from '../../../model/edit.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

// Where each kind of the Prometheus operator keeps its list of what it scrapes or writes to.
const LISTS: ReadonlyMap<string, Path> = new Map([
  ['ServiceMonitor', ['spec', 'endpoints']],
  ['PodMonitor', ['spec', 'podMetricsEndpoints']],
  ['Prometheus', ['spec', 'remoteWrite']],
])

export const metricsClear = defineRule({
  id: 'metrics-clear',
  title: 'Check certificates when metrics are collected',
  topic: 'encryption-in-transit',
  severity: 'low',
  references: [
    {
      title: 'Prometheus operator: API reference, SafeTLSConfig',
      url: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeTLSConfig',
    },
    {
      title: 'Prometheus: configuration, tls_config',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#tls_config',
    },
  ],

  subject: [
    'monitoring.coreos.com/ServiceMonitor',
    'monitoring.coreos.com/PodMonitor',
    'monitoring.coreos.com/Prometheus',
  ],
  check: (monitor) =>
    skipsOf(monitor).map(({ place }) => ({
      place,
      message: `${monitor.kind} "${monitor.name}" hands its token to whoever answers: it does not check the certificate.`,
      sure: true,
    })),

  fix: {
    risk: 'mayBreak', // the certificate needs an authority that Prometheus knows
    edit: (_, { place }) => [setPlace(place, false)],
  },
})

function skipsOf(monitor: Resource): readonly Field[] {
  const path = LISTS.get(monitor.kind) ?? []
  return monitor.list(...path).flatMap((_, index) => {
    const skip = monitor.get(...path, index, 'tlsConfig', 'insecureSkipVerify')
    return skip?.value === true ? [skip] : []
  })
}
