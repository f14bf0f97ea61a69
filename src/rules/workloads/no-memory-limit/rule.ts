import { defineRule } from '../../rule.ts'
import { gapOf, startWith } from '../resources.ts'

export const noMemoryLimit = defineRule({
  id: 'no-memory-limit',
  title: 'Limit the memory of containers',
  topic: 'resources',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Resource Management for Pods and Containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    {
      title: 'Kubernetes: Security Checklist, pod security',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#pod-security',
    },
    {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, resource policies',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
    {
      title: 'Microsoft Threat Matrix for Kubernetes, MS-TA9040 Denial of service',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Denial%20of%20service/',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const gap = gapOf(container, 'limits', 'memory', scene)
    if (gap === undefined) return []
    return [
      {
        place: gap.place,
        message: `Container "${container.name}" may take all memory of its node: ${gap.reason}.`,
        sure: gap.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what needs more than the limit is ended when it takes more
    edit: (container, _, scene) => startWith(container, 'limits', 'memory', scene),
  },
})
