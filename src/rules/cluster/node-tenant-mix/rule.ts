import { firstBy } from '../../../base/group.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import {
  declarationOf,
  declaresPersonal,
  isPersonal,
  ownDeclaration,
} from '../../data/data-class.ts'
import { isExposed } from '../../network/exposed-pods.ts'
import { defineRule } from '../../rule.ts'
import { isNodeAgent } from '../../workloads/node-agent.ts'
import { isPrivileged } from '../../workloads/privileged.ts'

export const nodeTenantMix = defineRule({
  id: 'node-tenant-mix',
  title: 'Keep workloads about people off nodes that face the internet',
  topic: 'node-isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Multi-tenancy, node isolation',
      url: 'https://kubernetes.io/docs/concepts/security/multi-tenancy/#node-isolation',
    },
  ],
  controls: { nsa: ['B5'], 'k8s-checklist': ['placement/1'] },

  subject: 'pod',
  concerns: (resource) => isPersonal(ownDeclaration(resource)?.class),
  check(pod, scene) {
    // What one annotation says of a whole namespace is one cause.
    if (!firstPersonal(scene).has(pod)) return []
    const neighbour = riskyNeighbour(scene)
    if (neighbour === undefined) return []
    const message = `The pod is about people and may share a node with "${neighbour.owner.name}", which ${whatOf(neighbour, scene)}.`
    return [{ place: pod.at('nodeSelector'), message, sure: true }]
  },
})

// Of the pods that one annotation says to be about people, the first that may run anywhere.
const firstPersonal = oncePerScene((scene): ReadonlySet<Pod> => {
  if (!declaresPersonal(scene)) return new Set()
  const placeless = scene.pods.filter((pod) => !isPlaced(pod))
  const declared = placeless.flatMap((pod) => {
    const declaration = declarationOf(pod.owner, scene)
    return declaration !== undefined && isPersonal(declaration.class)
      ? [{ pod, speaker: declaration.speaker }]
      : []
  })
  return new Set([...firstBy(declared, ({ speaker }) => speaker).values()].map(({ pod }) => pod))
})

const riskyNeighbour = oncePerScene((scene) => scene.pods.find((pod) => isRisky(pod, scene)))

// Whoever says where it runs has thought about it.
function isPlaced(pod: Pod): boolean {
  return pod.get('nodeSelector') !== undefined || pod.get('affinity', 'nodeAffinity') !== undefined
}

// Agents of the node are everywhere; what is about people itself is judged for itself.
function isRisky(pod: Pod, scene: Scene): boolean {
  if (isPlaced(pod) || isNodeAgent(pod) || pod.owner.namespace === 'kube-system') return false
  if (isPersonal(declarationOf(pod.owner, scene)?.class)) return false
  return isExposed(pod, scene) || pod.containers.some(isPrivileged)
}

function whatOf(pod: Pod, scene: Scene): string {
  return isExposed(pod, scene) ? 'the internet reaches' : 'is privileged'
}
