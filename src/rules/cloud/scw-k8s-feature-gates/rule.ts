import { isSet } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwK8sFeatureGates = defineRule({
  id: 'scw-k8s-feature-gates',
  title: 'Run production without trial features, and admit not everything',
  topic: 'managed-settings',
  severity: 'medium',
  controls: { 'cis-1.12': ['1.2.10'] },
  references: [
    scalewayResource('scaleway_k8s_cluster'),
    {
      title: 'Kubernetes: Feature Gates',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
    },
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster) {
    return [...gateComplaints(cluster), ...pluginComplaints(cluster)]
  },
})

function gateComplaints(cluster: Resource): readonly Complaint[] {
  const gates = cluster.get('feature_gates')
  if (gates === undefined || !isProduction(cluster)) return []
  return complain(gates.resolved ? isSet(gates) : 'cannot tell', gates.place, {
    wrong: `Production cluster "${cluster.name}" switches on features of Kubernetes that are on trial.`,
    unclear: `Which trial features production cluster "${cluster.name}" switches on cannot be told.`,
  })
}

function pluginComplaints(cluster: Resource): readonly Complaint[] {
  const whole = cluster.get('admission_plugins')
  const plugins = whole?.resolved === false ? [whole] : cluster.list('admission_plugins')
  return plugins
    .filter(({ value, resolved }) => !resolved || value === 'AlwaysAdmit')
    .flatMap(({ place, resolved }) =>
      complain(resolved ? 'yes' : 'cannot tell', place, {
        wrong: `Cluster "${cluster.name}" runs the admission plugin AlwaysAdmit, which checks nothing.`,
        unclear: `Which admission plugin cluster "${cluster.name}" runs here cannot be told.`,
      }),
    )
}
