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
  ],
  controls: { 'k8s-checklist': ['pod-security/3'], 'k8s-app-checklist': ['design/2'] },

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
