import { removePlace, setPlace, type FieldEdit } from '../../../model/edit.ts'
import { memberOf } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import { hostpathData } from '../../../rules/data/hostpath-data/rule.ts'
import { podIn } from '../../../rules/data/pod-values.ts'
import type { Charge } from '../../../rules/judge.ts'
import { cloudCredentialsMounted } from '../../../rules/workloads/cloud-credentials-mounted/rule.ts'
import { etcdPathMounted } from '../../../rules/workloads/etcd-path-mounted/rule.ts'
import { hostDeviceMounted } from '../../../rules/workloads/host-device-mounted/rule.ts'
import { hostLogsMounted } from '../../../rules/workloads/host-logs-mounted/rule.ts'
import { hostPathVolume } from '../../../rules/workloads/host-path-volume/rule.ts'
import { hostRootMounted } from '../../../rules/workloads/host-root-mounted/rule.ts'
import { kernelPathMounted } from '../../../rules/workloads/kernel-path-mounted/rule.ts'
import { kubeletPathMounted } from '../../../rules/workloads/kubelet-path-mounted/rule.ts'
import { isPrivileged } from '../../../rules/workloads/privileged.ts'
import { runtimeSocketMounted } from '../../../rules/workloads/runtime-socket-mounted/rule.ts'
import type { Manifest } from '../draft.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'

/** What is decided about paths of the node: data moves to a claim, and the rest of the node is out of sight. */
export const HOST_PATHS: readonly Decision[] = [
  {
    rules: [
      cloudCredentialsMounted,
      etcdPathMounted,
      hostDeviceMounted,
      hostLogsMounted,
      hostPathVolume,
      hostRootMounted,
      hostpathData,
      kernelPathMounted,
      kubeletPathMounted,
      runtimeSocketMounted,
    ],
    decide: leaveThePath,
  },
]

interface NodeVolume {
  readonly pod: Pod
  readonly index: number
  readonly name: string
  readonly path: string
}

function leaveThePath(charge: Charge, scene: Scene): Step | undefined {
  // A volume that nobody mounts goes by itself.
  if (charge.edits().length > 0) return undefined
  const volume = volumeOf(charge, scene)
  if (volume === undefined || waitsForInit(volume)) return undefined
  return charge.rule.id === hostPathVolume.id &&
    isWritten(volume) &&
    volume.pod.owner.type !== 'DaemonSet'
    ? keepInClaim(volume)
    : seeNothing(volume)
}

function volumeOf({ resource, complaint }: Charge, scene: Scene): NodeVolume | undefined {
  const pod = podIn(scene, resource)
  const index = pod === undefined ? undefined : complaint.place.path[pod.path.length + 1]
  if (pod === undefined || typeof index !== 'number') return undefined
  const name = pod.get('volumes', index, 'name')?.value
  const path = pod.get('volumes', index, 'hostPath', 'path')?.value
  if (typeof name !== 'string' || typeof path !== 'string') return undefined
  return { pod, index, name, path }
}

// An init container that sets the node goes first, and takes its mount along.
function waitsForInit({ pod, name }: NodeVolume): boolean {
  return pod.containers.some(
    (container) =>
      container.role === 'init' && isPrivileged(container) && mounts(container, name).length > 0,
  )
}

function mounts(container: Pod['containers'][number], volume: string): readonly unknown[] {
  return container
    .list('volumeMounts')
    .map(({ value }) => value)
    .filter((mount) => memberOf(mount, 'name') === volume)
}

function isWritten({ pod, name }: NodeVolume): boolean {
  return pod.containers
    .flatMap((container) => mounts(container, name))
    .some((mount) => memberOf(mount, 'readOnly') !== true)
}

// Enough to begin with; a claim of a class that allows it can grow.
const FIRST_SIZE = '10Gi'

function keepInClaim(volume: NodeVolume): Step {
  const { owner } = volume.pod
  const claim = `${owner.name}-${volume.name}`
  const metadata =
    owner.get('metadata', 'namespace') === undefined ? {} : { namespace: owner.namespace ?? '' }
  const made: Manifest = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: claim, ...metadata },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: FIRST_SIZE } } },
  }
  return {
    edits: swapped(volume, 'persistentVolumeClaim', { claimName: claim }),
    makes: [made],
    words: [
      `Restricts: "${owner.name}" begins with an empty claim "${claim}" of ${FIRST_SIZE}; what lies in ${volume.path} on a node has to be copied to it first.`,
      'Lift: set the size it needs; take a class with ReadWriteMany where several nodes write.',
    ],
  }
}

function seeNothing(volume: NodeVolume): Step {
  const { owner } = volume.pod
  const agent =
    owner.type === 'DaemonSet' ? ' An agent that is to read its node must not get this change.' : ''
  return {
    edits: swapped(volume, 'emptyDir', { sizeLimit: '1Gi' }),
    words: [
      `Restricts: "${owner.name}" finds an empty folder where ${volume.path} of the node was.${agent}`,
      `Lift: leave this object as it is, in a namespace of its own, and sign for it: portolan lift RULE --on ${scopeOf(volume)}.`,
    ],
  }
}

function scopeOf({ pod: { owner } }: NodeVolume): string {
  return [owner.namespace, owner.kind, owner.name].join('/')
}

function swapped({ pod, index }: NodeVolume, kind: string, value: Manifest): readonly FieldEdit[] {
  return fieldEdits([
    removePlace(pod.at('volumes', index, 'hostPath')),
    setPlace(pod.at('volumes', index, kind), value),
  ])
}
