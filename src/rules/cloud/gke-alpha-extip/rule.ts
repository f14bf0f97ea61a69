import { isOn } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const ALPHA = 'enable_kubernetes_alpha'
const EXTERNAL_IPS = ['service_external_ips_config', 0, 'enabled'] as const

export const gkeAlphaExtip = defineRule({
  id: 'gke-alpha-extip',
  title: 'Run GKE without alpha features and external IPs of Services',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    gkePage('About feature stages', 'concepts/alpha-clusters'),
    gkePage('Harden your cluster', 'how-to/hardening-your-cluster'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    // An alpha cluster that is no production is what such clusters are for: it is gone after thirty days.
    const isAlpha = isProduction(cluster) ? isOn(cluster.get(ALPHA), false) : 'no'
    return [
      ...complain(isAlpha, cluster.at(ALPHA), {
        wrong: `Cluster "${cluster.name}" is in production with alpha features: it gets no upgrades and is deleted after 30 days.`,
        unclear: `Whether cluster "${cluster.name}", which is in production, has alpha features cannot be told.`,
      }),
      ...complain(isOn(cluster.get(...EXTERNAL_IPS), false), cluster.at(...EXTERNAL_IPS), {
        wrong: `Services of cluster "${cluster.name}" may claim any address by externalIPs, and so take the traffic of others.`,
        unclear: `Whether Services of cluster "${cluster.name}" may claim any address cannot be told.`,
      }),
    ]
  },
})
