import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const ENDPOINT = ['control_plane_endpoints_config', 0, 'dns_endpoint_config', 0] as const
const SWITCHES = [
  { name: 'allow_external_traffic', does: 'answers callers from outside of Google Cloud' },
  { name: 'enable_k8s_tokens_via_dns', does: 'takes tokens of service accounts, past IAM' },
] as const

export const gkeDnsEndpoint = defineRule({
  id: 'gke-dns-endpoint',
  title: 'Keep the DNS endpoint of GKE for traffic that IAM checks',
  topic: 'api-endpoint',
  severity: 'medium',
  references: [
    gkePage('About network isolation', 'concepts/network-isolation'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    return SWITCHES.flatMap(({ name, does }) =>
      complain(isOn(cluster.get(...ENDPOINT, name), false), cluster.at(...ENDPOINT, name), {
        wrong: `The DNS endpoint of cluster "${cluster.name}" ${does}.`,
        unclear: `Whether the DNS endpoint of cluster "${cluster.name}" ${does} cannot be told.`,
      }),
    )
  },
})
