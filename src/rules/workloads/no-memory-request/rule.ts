import { defineRule } from '../../rule.ts'
import { gapOf, startWith } from '../resources.ts'

export const noMemoryRequest = defineRule({
  id: 'no-memory-request',
  title: 'Request the memory that containers need',
  topic: 'resources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Resource Management for Pods and Containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    {
      title: 'Kubernetes: Node-pressure Eviction, pod selection',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const gap = gapOf(container, 'requests', 'memory', scene)
    if (gap === undefined) return []
    const verb = gap.sure ? 'is' : 'may be'
    return [
      {
        place: gap.place,
        message: `Container "${container.name}" ${verb} among the first to go when its node runs out of memory: ${gap.reason}.`,
        sure: gap.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a node that is full has no room left for what now asks for some
    edit: (container, _, scene) => startWith(container, 'requests', 'memory', scene),
  },
})
