import { defineRule } from '../../rule.ts'

// Without these two nobody can say later who did what: `api` adds how the server itself fares.
const NEEDED = ['audit', 'authenticator'] as const

export const eksLogs = defineRule({
  id: 'eks-logs',
  title: 'Have EKS write its audit and authenticator logs',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Send control plane logs to CloudWatch Logs',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    },
  ],
  controls: { nsa: ['D1'], 'owasp-k8s-2025': ['K10'], 'owasp-k8s-2022': ['K05'] },

  subject: ['aws_eks_cluster'],
  check(cluster) {
    const types = cluster.list('enabled_cluster_log_types')
    const isKnown = cluster.get('enabled_cluster_log_types')?.resolved ?? true
    const missing = NEEDED.filter((type) => !types.some(({ value }) => value === type))
    if (missing.length === 0) return []
    const sure = isKnown && types.every(({ resolved }) => resolved)
    const logs = missing.join(' and ')
    return [
      {
        place: cluster.at('enabled_cluster_log_types'),
        message: sure
          ? `Cluster "${cluster.name}" does not write its ${logs} log: who did what in it is not recorded.`
          : `Whether cluster "${cluster.name}" writes its ${logs} log cannot be told.`,
        sure,
      },
    ]
  },
})
