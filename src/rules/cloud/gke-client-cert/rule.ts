import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const SWITCH = [
  'master_auth',
  0,
  'client_certificate_config',
  0,
  'issue_client_certificate',
] as const

export const gkeClientCert = defineRule({
  id: 'gke-client-cert',
  title: 'Have GKE issue no client certificate',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    gkePage('Harden your cluster', 'how-to/hardening-your-cluster'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    return complain(isOn(cluster.get(...SWITCH), false), cluster.at(...SWITCH), {
      wrong: `Cluster "${cluster.name}" issues a client certificate that cannot be revoked, and Terraform keeps its key.`,
      unclear: `Whether cluster "${cluster.name}" issues a client certificate cannot be told.`,
    })
  },
})
