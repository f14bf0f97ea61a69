import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { isSystemNamespace } from '../namespace.ts'
import { isOwned } from '../owner.ts'

// What the kubelet writes into the copy of a static pod that the API server shows.
const STATIC_MARKS = ['kubernetes.io/config.mirror', 'kubernetes.io/config.source'] as const

export const barePod = defineRule({
  id: 'bare-pod',
  title: 'Let a controller keep pods running',
  topic: 'resilience',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Pods, working with Pods',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods',
    },
    {
      title: 'Kubernetes: Workload Management',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9008'] },

  subject: ['Pod'],
  check(pod) {
    if (isOwned(pod) || isSystemNamespace(pod.namespace) || isStatic(pod)) return []
    const policy = pod.get('spec', 'restartPolicy')
    // One that may end by itself is somebody's errand.
    if (policy?.value === 'Never' || policy?.value === 'OnFailure') return []
    const sure = policy === undefined || policy.value === 'Always'
    return [
      {
        place: pod.at('kind'),
        message: sure
          ? `Pod "${pod.name}" is gone for good when its node is: no controller starts it anew.`
          : `Pod "${pod.name}" may be gone for good when its node is: ${doubtAbout(policy)}.`,
        sure,
      },
    ]
  },
})

function isStatic({ annotations }: Resource): boolean {
  return STATIC_MARKS.some((mark) => annotations[mark] !== undefined && annotations[mark] !== 'api')
}
