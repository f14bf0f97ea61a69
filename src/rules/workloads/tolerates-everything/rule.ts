import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { isNodeAgent } from '../node-agent.ts'
import { openTolerations } from '../toleration.ts'

export const toleratesEverything = defineRule({
  id: 'tolerates-everything',
  title: 'Tolerate the taints that are meant, not all of them',
  topic: 'resilience',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Taints and Tolerations',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
    },
    {
      title: 'Kubernetes: Multi-tenancy, node isolation',
      url: 'https://kubernetes.io/docs/concepts/security/multi-tenancy/#node-isolation',
    },
  ],
  controls: {
    nsa: ['B5'],
    'k8s-checklist': ['placement/1'],
    'pci-containers': ['16.3.a'],
    'bsi-app-4.4': ['A14'],
  },

  subject: 'pod',
  check(pod) {
    const tolerations = openTolerations(pod)
    const [first] = tolerations
    if (first === undefined || pod.owner.namespace === 'kube-system' || isNodeAgent(pod)) return []
    const sure = tolerations.every((toleration) => toleration.sure)
    return [
      {
        place: first.place,
        message: sure
          ? effectOf(tolerations.some(({ places }) => places))
          : 'The pod may tolerate every taint: the API server refuses what is written there.',
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what was placed on tainted nodes on purpose needs a toleration of that very taint
    edit: (pod) => openTolerations(pod).map(({ place }) => removePlace(place)),
  },
})

function effectOf(places: boolean): string {
  return places
    ? "The pod may be placed on any node, the control plane's and reserved ones included: it tolerates every taint."
    : 'The pod stays on a node that has failed or is to be emptied: it tolerates every taint that would move it.'
}
