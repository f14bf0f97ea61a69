import type { Pod } from '../../../model/pod.ts'
import { podOf } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import {
  declarationOf,
  isPersonal,
  ownDeclaration,
  type DataDeclaration,
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
  concerns: (resource) =>
    podOf(resource) !== undefined && isPersonal(ownDeclaration(resource)?.class),
  check(pod, scene) {
    const declared = declarationOf(pod.owner, scene)
    if (declared === undefined || !isPersonal(declared.class) || isPlaced(pod)) return []
    // What one annotation says of a whole namespace is one cause.
    if (firstOf(declared, scene) !== pod) return []
    const neighbour = scene.pods.find((other) => isRisky(other, scene))
    if (neighbour === undefined) return []
    const message = `The pod is about people and may share a node with "${neighbour.owner.name}", which ${whatOf(neighbour, scene)}.`
    return [{ place: pod.at('nodeSelector'), message, sure: true }]
  },
})

function firstOf(declared: DataDeclaration, scene: Scene): Pod | undefined {
  return scene.pods.find(
    (other) => !isPlaced(other) && declarationOf(other.owner, scene)?.speaker === declared.speaker,
  )
}

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
