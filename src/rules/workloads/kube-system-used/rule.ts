import type { Pod } from '../../../model/pod.ts'
import type { Texts } from '../../../model/resource.ts'
import { podLabels } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { isOwned } from '../owner.ts'
import { hasSystemPriority } from '../priority.ts'
import { SYSTEM_COMPONENTS } from '../system-components.data.ts'

// What Kubernetes' own add-ons, their manager and the static pods of a control plane are labelled with.
const MARKS = [
  'k8s-app',
  'kubernetes.io/cluster-service',
  'addonmanager.kubernetes.io/mode',
] as const
const NAME_LABELS = ['app.kubernetes.io/name', 'app', 'name'] as const
const KNOWN: ReadonlySet<string> = new Set<string>(SYSTEM_COMPONENTS.names)

export const kubeSystemUsed = defineRule({
  id: 'kube-system-used',
  title: 'Leave kube-system to the parts of the cluster',
  topic: 'namespaces',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Namespaces, initial namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
    },
  ],
  controls: {
    nsa: ['B1'],
    'cis-1.12': ['5.6.1'],
    'ms-threat-matrix': ['MS-TA9023'],
    'mitre-containers': ['T1036.005'],
    'stig-v2r3': ['V-242417'],
  },

  subject: 'pod',
  check(pod) {
    const { owner } = pod
    if (owner.namespace !== 'kube-system' || isOwned(owner) || isPartOfCluster(pod)) return []
    return [
      {
        place: owner.at('metadata', 'namespace'),
        message: `${owner.kind} "${owner.name}" goes to kube-system, among the parts of the cluster, with no sign of being one.`,
        sure: true,
      },
    ]
  },
})

function isPartOfCluster(pod: Pod): boolean {
  return (
    hasSystemPriority(pod) ||
    KNOWN.has(pod.owner.name) ||
    isMarked(pod.owner.labels) ||
    isMarked(podLabels(pod))
  )
}

function isMarked(labels: Texts): boolean {
  return (
    labels['tier'] === 'control-plane' ||
    MARKS.some((mark) => labels[mark] !== undefined) ||
    NAME_LABELS.some((label) => KNOWN.has(labels[label] ?? ''))
  )
}
