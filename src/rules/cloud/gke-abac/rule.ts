import { isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const SWITCH = 'enable_legacy_abac'

export const gkeAbac = defineRule({
  id: 'gke-abac',
  title: 'Turn the legacy authorizer of GKE off',
  topic: 'managed-settings',
  severity: 'critical',
  references: [
    gkePage('Harden your cluster', 'how-to/hardening-your-cluster'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    return complain(isOn(cluster.get(SWITCH), false), cluster.at(SWITCH), {
      wrong: `Every account in cluster "${cluster.name}" has rights that no role gives: the legacy authorizer is on.`,
      unclear: `Whether cluster "${cluster.name}" uses the legacy authorizer cannot be told.`,
    })
  },
})
