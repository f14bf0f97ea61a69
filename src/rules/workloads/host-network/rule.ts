import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const hostNetwork = defineRule({
  id: 'host-network',
  title: "Keep pods out of the node's network",
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Pod Security Standards, Baseline: Host Namespaces',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.5',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'pod',
  check(pod) {
    const setting = pod.get('hostNetwork')
    if (setting === undefined || setting.value === false) return []
    // A host process of Windows has the node's network by its nature, and is told so by its own rule.
    if (pod.get('securityContext', 'windowsOptions', 'hostProcess')?.value === true) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? "The pod uses the node's network: no NetworkPolicy holds it, and the node's own services answer it."
          : "The pod may use the node's network: an unrendered template decides.",
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what listens on the node's address is reached through a Service instead
    edit: (_, { place }) => [removePlace(place)],
  },
})
