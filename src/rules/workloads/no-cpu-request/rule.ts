import { defineRule } from '../../rule.ts'
import { gapOf, startWith } from '../resources.ts'

export const noCpuRequest = defineRule({
  id: 'no-cpu-request',
  title: 'Request the CPU time that containers need',
  topic: 'resources',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Resource Management for Pods and Containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    {
      title: 'Kubernetes: Pod Quality of Service Classes',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const gap = gapOf(container, 'requests', 'cpu', scene)
    if (gap === undefined) return []
    const verb = gap.sure ? 'gets' : 'may get'
    return [
      {
        place: gap.place,
        message: `Container "${container.name}" ${verb} next to no CPU time on a busy node: ${gap.reason}.`,
        sure: gap.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // a node that is full has no room left for what now asks for some
    edit: (container, _, scene) => startWith(container, 'requests', 'cpu', scene),
  },
})
