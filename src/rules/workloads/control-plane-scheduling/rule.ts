import { removePlace } from '../../../model/edit.ts'
import type { Offering } from '../../../model/offering.ts'
import { defineRule } from '../../rule.ts'
import {
  controlPlaneAffinities,
  controlPlaneSelectors,
  controlPlaneTolerations,
} from '../control-plane.ts'
import { isNodeAgent } from '../node-agent.ts'
import { openTolerations } from '../toleration.ts'

// Elsewhere the provider keeps those nodes to itself, and nothing is ever placed on them.
const OWN_CONTROL_PLANE: readonly Offering[] = ['self-managed', 'none']

export const controlPlaneScheduling = defineRule({
  id: 'control-plane-scheduling',
  title: 'Keep workloads off the nodes of the control plane',
  topic: 'resilience',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Taints and Tolerations',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
    },
  ],
  controls: {
    nsa: ['B5'],
    'k8s-checklist': ['placement/1'],
    'pci-containers': ['16.2.a'],
    'bsi-app-4.4': ['A14'],
  },

  subject: 'pod',
  check(pod, scene) {
    const draws = [...controlPlaneSelectors(pod), ...controlPlaneAffinities(pod)]
    // A toleration of everything is told by tolerates-everything.
    const lets = openTolerations(pod).length > 0 ? [] : controlPlaneTolerations(pod)
    const [first] = [...draws, ...lets]
    if (first === undefined || pod.owner.namespace === 'kube-system') return []
    if (isNodeAgent(pod) || !OWN_CONTROL_PLANE.includes(scene.offering)) return []
    const verb = draws.length > 0 ? 'is drawn to' : 'may be placed on'
    return [
      {
        place: first.place,
        message: `The pod ${verb} nodes of the control plane, where whoever breaks out of it holds the cluster.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // on a cluster without other nodes the pod finds no place any more
    edit: (pod) =>
      // To take a term out of an affinity may leave one that nothing meets: that is for a person to rewrite.
      controlPlaneAffinities(pod).length > 0
        ? []
        : [...controlPlaneSelectors(pod), ...controlPlaneTolerations(pod)].map(({ place }) =>
            removePlace(place),
          ),
  },
})
