import { removePlace } from '../../../model/edit.ts'
import { isPlaceholder } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { hasSystemPriority } from '../priority.ts'

export const systemPriority = defineRule({
  id: 'system-priority',
  title: "Keep the cluster's own priorities for its parts",
  topic: 'resilience',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Pod Priority and Preemption',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    },
    {
      title: 'Kubernetes: Guaranteed Scheduling For Critical Add-On Pods',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9040'], 'mitre-containers': ['T1499'] },

  subject: 'pod',
  check(pod) {
    const { namespace } = pod.owner
    if (!hasSystemPriority(pod) || namespace === 'kube-system') return []
    const sure = !isPlaceholder(namespace)
    return [
      {
        place: pod.at('priorityClassName'),
        message: sure
          ? 'The pod outranks nearly all others: for it the scheduler evicts them, and the kubelet spares it.'
          : 'The pod may outrank others without being a part of the cluster: an unrendered template decides where it goes.',
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // on a cluster that is full the pod waits, or is evicted, like any other
    edit: (_, { place }) => [removePlace(place)],
  },
})
