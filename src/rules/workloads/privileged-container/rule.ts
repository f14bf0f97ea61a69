import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const privilegedContainer = defineRule({
  id: 'privileged-container',
  title: 'Take privileged mode from containers',
  topic: 'host-access',
  severity: 'critical',
  references: [
    {
      title: 'Pod Security Standards, Baseline: Privileged Containers',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.2',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'Microsoft Threat Matrix for Kubernetes, MS-TA9018 Privileged container',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Privileged%20container/',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'container',
  check(container) {
    const setting = container.get('securityContext', 'privileged')
    if (setting === undefined || setting.value === false) return []
    return [
      {
        place: setting.place,
        message: setting.resolved
          ? `Container "${container.name}" is privileged: it is root on the node.`
          : `Container "${container.name}" may be privileged: an unrendered template decides.`,
        sure: setting.value === true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what really administers the node needs the one capability or device it used instead
    edit: (_, { place }) => [removePlace(place)],
  },
})
