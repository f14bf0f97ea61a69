import { defineRule } from '../../rule.ts'
import { gapOf, startWith } from '../resources.ts'

export const noCpuLimit = defineRule({
  id: 'no-cpu-limit',
  title: 'Limit the CPU time of containers',
  topic: 'resources',
  severity: 'low',
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
      title: 'Microsoft Threat Matrix for Kubernetes, MS-TA9039 Resource hijacking',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Resource%20hijacking/',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const gap = gapOf(container, 'limits', 'cpu', scene)
    if (gap === undefined) return []
    return [
      {
        place: gap.place,
        message: `Container "${container.name}" may take all CPU time that its neighbours have not requested: ${gap.reason}.`,
        sure: gap.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what needs more than the limit is slowed down, at its start above all
    edit: (container, _, scene) => startWith(container, 'limits', 'cpu', scene),
  },
})
