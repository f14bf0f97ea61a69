import { DIRECTIONS } from '../../../analysis/isolation/closing.ts'
import { isolationOf } from '../../../analysis/isolation/isolation.ts'
import { isWorkload } from '../../../analysis/isolation/network-share.ts'
import { defineRule } from '../../rule.ts'
import { isSystemNamespace } from '../../workloads/namespace.ts'
import { closesAny, stanceAround } from '../namespace-isolation.ts'

export const netWorkloadOpen = defineRule({
  id: 'net-workload-open',
  title: 'Let a network policy select every workload',
  topic: 'isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Network Policies, the two sorts of pod isolation',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    {
      title: 'Kubernetes: Labels and Selectors',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    },
  ],
  controls: { 'cis-1.12': ['5.3.2'] },

  subject: 'pod',
  check(pod, scene) {
    if (!closesAny(scene) || !isWorkload(pod) || isSystemNamespace(pod.owner.namespace)) return []
    // A direction that is closed for nobody is told of the namespace as a whole.
    const left = DIRECTIONS.filter(
      (direction) =>
        stanceAround(pod, direction, scene) === 'closed' &&
        isolationOf(scene)(pod, direction) !== 'isolated',
    )
    if (left.length === 0) return []
    const sure = left.some((direction) => isolationOf(scene)(pod, direction) === 'open')
    const ways = left.join(' and ')
    return [
      {
        place: pod.metadata.at('labels'),
        message: sure
          ? `"${pod.owner.name}" is open in ${ways}: the network policies that close others of its namespace do not select it.`
          : `Whether a network policy closes ${ways} of "${pod.owner.name}" cannot be told from what was read.`,
        sure,
      },
    ]
  },
})
