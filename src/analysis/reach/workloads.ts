import { groupBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf } from '../../model/part.ts'
import { MACHINE_KINDS, machineOf, type Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isOnHost } from '../isolation/subjects.ts'
import type { Workload } from './peer.ts'

/**
 * The workloads of a scene, sorted by id. Pods stand under their owner, that under its own as far as it was read; a
 * pod that has ended and a template that is no workload are none. Sorted once for a scene. O(pods log pods).
 */
export const workloadsOf = oncePerScene(findWorkloads)

/** The machines of a scene as the pods that run them. Made once for a scene. */
export const machinesIn = oncePerScene((scene): readonly Pod[] =>
  MACHINE_KINDS.flatMap((kind) => scene.ofKind(kind)).flatMap(
    (machine) => machineOf(machine) ?? [],
  ),
)

function findWorkloads(scene: Scene): readonly Workload[] {
  const pods = scene.pods.filter((pod) => RUNNING.has(pod.owner.type) || isForeign(pod))
  const groups = groupBy([...pods, ...machinesIn(scene)].filter(isAlive), (pod) =>
    idOf(topOf(pod.owner, scene)),
  )
  const sorted = [...groups].toSorted(([one], [two]) => (one < two ? -1 : 1))
  return sorted.flatMap(([id, members], index) => {
    const [first] = members
    return first === undefined ? [] : [workloadOf({ id, index, members, first }, scene)]
  })
}

interface Group {
  readonly id: string
  readonly index: number
  readonly members: readonly Pod[]
  readonly first: Pod
}

function workloadOf({ id, index, members, first }: Group, scene: Scene): Workload {
  return {
    kind: 'workload',
    id,
    ...topOf(first.owner, scene),
    pods: members,
    resource: first.owner,
    isOnHost: members.every(isOnNode),
    isActive: members.some(({ owner }) => !isStopped(owner)),
    index,
  }
}

function isStopped(owner: Resource): boolean {
  const [replicas, strategy, runs] = ['replicas', 'runStrategy', 'running'].map(
    (key) => owner.get('spec', key)?.value,
  )
  return replicas === 0 || strategy === 'Halted' || runs === false
}

/** Whether a pod is its node for policies: on its network, or a process of a Windows node. */
export function isOnNode(pod: Pod): boolean {
  return (
    isOnHost(pod) || pod.get('securityContext', 'windowsOptions', 'hostProcess')?.value === true
  )
}

// A template of its own runs nothing.
const RUNNING: ReadonlySet<string> = new Set([
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
])

function isForeign({ owner }: Pod): boolean {
  return owner.type.includes('/') && owner.namespace !== undefined
}

function isAlive({ owner }: Pod): boolean {
  const phase = owner.type === 'Pod' ? owner.get('status', 'phase')?.value : undefined
  return phase !== 'Succeeded' && phase !== 'Failed'
}

type Top = Pick<Workload, 'namespace' | 'name' | 'controller'>

// A ReplicaSet of a Deployment, a Job of a CronJob: owners own each other three deep at most, and never in a circle.
const DEEPEST = 4

function topOf(resource: Resource, scene: Scene, depth = 0): Top {
  const { namespace = '', kind, name } = resource
  const owner = resource.list('metadata', 'ownerReferences').find(({ value }) => isMaker(value))
  if (owner === undefined || depth >= DEEPEST) return { namespace, controller: kind, name }
  const named = textsOf(owner.value)
  const above = scene.find(named['kind'] ?? '', namespace, named['name'] ?? '')
  if (above !== undefined) return topOf(above, scene, depth + 1)
  return { namespace, controller: named['kind'] ?? kind, name: named['name'] ?? name }
}

// Static pods are owned by their node, which makes no pods that are alike.
function isMaker(reference: unknown): boolean {
  return memberOf(reference, 'kind') !== 'Node' && typeof memberOf(reference, 'name') === 'string'
}

function idOf({ namespace, name, controller }: Top): string {
  return `${namespace}/${name}[${controller}]`
}
