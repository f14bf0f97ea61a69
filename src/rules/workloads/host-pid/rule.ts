import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const hostPid = defineRule({
  id: 'host-pid',
  title: "Keep pods out of the node's process namespace",
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Pod Security Standards, Baseline: Host Namespaces',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.3',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'pod',
  check(pod) {
    const setting = pod.get('hostPID')
    if (setting === undefined || setting.value === false) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? 'The pod sees every process of the node, and may signal those of its own user.'
          : 'The pod may see every process of the node: an unrendered template decides.',
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // agents that watch the node's processes see only their own then
    edit: (_, { place }) => [removePlace(place)],
  },
})
