import { removePlace } from '../../../model/edit.ts'
import type { Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { isOwned } from '../owner.ts'

export const pinnedToNode = defineRule({
  id: 'pinned-to-node',
  title: 'Let the scheduler choose the node of a pod',
  topic: 'resilience',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Assigning Pods to Nodes, nodeName',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename',
    },
  ],
  controls: { 'k8s-checklist': ['placement/1'] },

  subject: 'pod',
  check(pod) {
    const node = pod.get('nodeName')
    if (node === undefined || node.value === '' || isPlacedAlready(pod)) return []
    const sure = node.resolved && typeof node.value === 'string'
    return [
      {
        place: node.place,
        message: sure
          ? `The pod goes to node "${node.value}" past the scheduler: whether it has room, or is there at all, is not asked.`
          : `The pod may go to a node past the scheduler: ${doubtAbout(node)}.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what needs a disk or a device of that one node has to find it by a label
    edit: (_, { place }) => [removePlace(place)],
  },
})

// In an export of a cluster every pod has a node: the scheduler wrote it.
function isPlacedAlready({ owner }: Pod): boolean {
  if (owner.type !== 'Pod') return false
  return isOwned(owner) || owner.get('metadata', 'uid') !== undefined
}
