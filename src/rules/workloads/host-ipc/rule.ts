import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const hostIpc = defineRule({
  id: 'host-ipc',
  title: "Keep pods out of the node's shared memory",
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Pod Security Standards, Baseline: Host Namespaces',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.4',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'pod',
  check(pod) {
    const setting = pod.get('hostIPC')
    if (setting === undefined || setting.value === false) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? 'The pod shares memory and message queues with the processes of the node.'
          : 'The pod may share memory with the processes of the node: an unrendered template decides.',
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // programs that speak to the node through shared memory lose it
    edit: (_, { place }) => [removePlace(place)],
  },
})
