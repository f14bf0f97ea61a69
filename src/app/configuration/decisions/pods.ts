import { storeKindOf } from '../../../analysis/data-stores/data-store.ts'
import { removePlace, setField, setPlace } from '../../../model/edit.ts'
import { memberOf } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { podIn } from '../../../rules/data/pod-values.ts'
import type { Charge } from '../../../rules/judge.ts'
import { barePod } from '../../../rules/workloads/bare-pod/rule.ts'
import { privilegedContainer } from '../../../rules/workloads/privileged-container/rule.ts'
import { rootContainer } from '../../../rules/workloads/root-container/rule.ts'
import { rootUserId } from '../../../rules/workloads/root-user-id/rule.ts'
import { singleReplica } from '../../../rules/workloads/single-replica/rule.ts'
import { isManifest, manifestOf, type Manifest } from '../draft.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'

/** What is decided about how pods start, and who starts them anew. */
export const PODS: readonly Decision[] = [
  { rules: [privilegedContainer], decide: leaveTheNode },
  { rules: [rootContainer, rootUserId], decide: letVolumesBelong },
  { rules: [barePod], decide: putUnderController },
  { rules: [singleReplica], decide: runTwice },
]

// An init container that is privileged sets the node for the others; without the right it fails, and they never start.
function leaveTheNode(charge: Charge, scene: Scene): Step | undefined {
  const init = initContainerOf(charge, scene)
  if (init === undefined) return undefined
  return {
    edits: fieldEdits([removePlace(init.place)]),
    words: [
      `Restricts: "${init.name}" does not set the node any more before the others start; they run with what the node has.`,
      'Lift: set it on the nodes themselves (their pool, or a kubelet with allowedUnsafeSysctls), not from this pod.',
    ],
  }
}

// The kubelet gives volumes to the group of the pod; a container that only does the same as root is not needed.
function letVolumesBelong(charge: Charge, scene: Scene): Step | undefined {
  const init = initContainerOf(charge, scene)
  if (init === undefined || !changesOwners(init)) return undefined
  const { pod } = init
  const user = pod.get('securityContext', 'runAsUser')?.value
  const group = pod.get('securityContext', 'fsGroup')?.value ?? user
  if (typeof group !== 'number') return undefined
  return {
    edits: fieldEdits([
      removePlace(init.place),
      ...(pod.get('securityContext', 'fsGroup') === undefined
        ? [setField(pod, ['securityContext', 'fsGroup'], group)]
        : []),
    ]),
    words: [
      `Restricts: "${init.name}" is gone; the kubelet gives the volumes to group ${group} (fsGroup) instead.`,
      'Lift: for a volume of another kind (NFS), change its owner once where it is served.',
    ],
  }
}

function initContainerOf(
  { resource, complaint }: Charge,
  scene: Scene,
): Pod['containers'][number] | undefined {
  const { path } = complaint.place
  return podIn(scene, resource)?.containers.find(
    (container) =>
      container.role === 'init' && container.path.every((step, index) => path[index] === step),
  )
}

function changesOwners(container: Pod['containers'][number]): boolean {
  const words = [...container.list('command'), ...container.list('args')]
  return words.some(
    ({ value }) => typeof value === 'string' && /^(?:\s*)ch(?:own|grp|mod)\s/.test(value),
  )
}

function putUnderController({ resource }: Charge, scene: Scene): Step | undefined {
  const pod = podIn(scene, resource)
  const manifest = manifestOf(resource)
  const spec = manifest?.['spec']
  if (pod === undefined || manifest === undefined || !isManifest(spec)) return undefined
  // A Deployment starts for ever; what is to end belongs in a Job, and which is meant only its owner knows.
  if ((pod.get('restartPolicy')?.value ?? 'Always') !== 'Always') return undefined
  return {
    makes: [deploymentOf(resource, manifest, spec)],
    removes: [resource],
    words: [
      `Restricts: a Deployment starts "${resource.name}" anew when its node goes; its pod gets a name of the Deployment's.`,
      'Lift: delete it instead, if it was meant to be there for an hour.',
    ],
  }
}

function deploymentOf(resource: Resource, { metadata }: Manifest, spec: Manifest): Manifest {
  const { namespace, name, labels } = resource
  const own = isManifest(metadata) ? metadata : {}
  const marks = Object.keys(labels).length === 0 ? { app: name } : labels
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      ...('namespace' in own && namespace !== undefined ? { namespace } : {}),
      labels: marks,
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: marks },
      template: { metadata: { labels: marks }, spec },
    },
  }
}

// Two copies of a program that keeps something are two truths: how it shares them only its owner knows.
function runTwice({ resource, complaint }: Charge, scene: Scene): Step | undefined {
  const pod = podIn(scene, resource)
  if (pod === undefined || keepsSomething(pod)) return undefined
  return {
    edits: fieldEdits([setPlace(complaint.place, 2)]),
    words: [
      `Restricts: "${resource.name}" runs twice, so it has to bear a second copy beside it; it needs twice the room.`,
      'Lift: set spec.replicas back to 1 if it may run only once.',
    ],
  }
}

function keepsSomething(pod: Pod): boolean {
  if (
    pod.owner.type === 'StatefulSet' ||
    pod.containers.some((each) => storeKindOf(each) !== undefined)
  ) {
    return true
  }
  return pod
    .list('volumes')
    .some(({ value }) => KEEPING.some((kind) => memberOf(value, kind) !== undefined))
}

const KEEPING = [
  'persistentVolumeClaim',
  'hostPath',
  'emptyDir',
  'ephemeral',
  'csi',
  'nfs',
] as const
