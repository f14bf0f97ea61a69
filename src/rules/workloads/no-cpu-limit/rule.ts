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
  ],
  controls: {
    'ms-threat-matrix': ['MS-TA9039'],
    'mitre-containers': ['T1496.001'],
    'k8s-checklist': ['pod-security/4'],
    'k8s-app-checklist': ['design/3'],
  },

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
