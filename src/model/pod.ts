import type { Path } from './document.ts'
import { holdsPod, templatePaths } from './kinds.ts'
import { isList, isMapping, memberOf, partOf, valueAt, type Reader } from './part.ts'
import type { Resource } from './resource.ts'

/** What a container is for. A sidecar is an init container that goes on running (`restartPolicy: Always`). */
export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral'

/** A container of a pod or of a pod template. */
export interface Container extends Reader {
  readonly name: string
  readonly role: ContainerRole
  readonly pod: Pod
}

/** A pod, or the template that pods are made of: the part is its spec. */
export interface Pod extends Reader {
  /** The object that holds it: a Pod, or the workload whose template this is. */
  readonly owner: Resource
  /** The metadata of the pod itself, not of its owner. */
  readonly metadata: Reader
  /** All of them in the order they start: init containers and sidecars, then main ones, then ephemeral ones. */
  readonly containers: readonly Container[]
  /** Windows when the spec says so or selects such nodes, else Linux. */
  readonly os: 'linux' | 'windows'
}

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

/** The pod that `resource` holds, or undefined when it holds none. */
export function podOf(resource: Resource): Pod | undefined {
  for (const template of templatePaths(resource.type)) {
    const spec = asFarAsWritten(resource.value, [...template, 'spec'])
    // A foreign kind's template is a pod's only when it has containers; our own kinds have nothing else there.
    const isPod = holdsPod(resource.type)
      ? spec !== undefined && spec !== null
      : isList(memberOf(spec, 'containers'))
    if (isPod) return podAt(resource, template, spec)
  }
  return undefined
}

// A placeholder or a value of the wrong type in place of a spec hides a pod: it is handed on, so that every rule meets
// it and nobody takes the object for one without a pod.
function asFarAsWritten(value: unknown, path: Path): unknown {
  let current = value
  for (const step of path) {
    if (!isMapping(current)) return current
    current = memberOf(current, step)
  }
  return current
}

/**
 * A machine of KubeVirt as the pod that runs it: its labels are the template's, and it has no containers of its own.
 * Undefined for what is no machine. Not among `Scene.pods`, as its spec is no pod's.
 */
export function machineOf(resource: Resource): Pod | undefined {
  const template = MACHINES.get(resource.type)
  return template === undefined
    ? undefined
    : podAt(resource, template, valueAt(resource.value, [...template, 'spec']))
}

const MACHINES: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['kubevirt.io/VirtualMachine', ['spec', 'template']],
  ['kubevirt.io/VirtualMachineInstance', []],
])

/** The kinds that `machineOf` knows. */
export const MACHINE_KINDS = [...MACHINES.keys()]

function podAt(owner: Resource, template: Path, spec: unknown): Pod {
  const { document } = owner
  const { path, value, place, get, at, list } = partOf(document, [...template, 'spec'], spec)
  const metadata = [...template, 'metadata']
  const containers: Container[] = []
  // Parts are written out rather than spread, here and below: see `resourceOf`.
  const pod: Pod = {
    document,
    path,
    value,
    place,
    get,
    at,
    list,
    owner,
    metadata: partOf(document, metadata, valueAt(document.value, metadata)),
    containers,
    os: isWindows(spec) ? 'windows' : 'linux',
  }
  for (const name of CONTAINER_LISTS) containers.push(...containersOf(pod, name))
  return pod
}

// Who does not say so may still want nodes of that kind only. Pod Security goes by `os` alone.
function isWindows(spec: unknown): boolean {
  const named = valueAt(spec, ['os', 'name']) ?? valueAt(spec, ['nodeSelector', 'kubernetes.io/os'])
  return named === 'windows'
}

type ContainerList = (typeof CONTAINER_LISTS)[number]

function containersOf(pod: Pod, from: ContainerList): readonly Container[] {
  const members = memberOf(pod.value, from)
  if (!isList(members)) return []
  return members.flatMap((member, index) =>
    isMapping(member) ? containerAt(pod, from, index, member) : [],
  )
}

function containerAt(pod: Pod, from: ContainerList, index: number, member: Mapping): Container {
  const part = partOf(pod.document, [...pod.path, from, index], member)
  const { document, path, value, place, get, at, list } = part
  const name = member['name']
  return {
    document,
    path,
    value,
    place,
    get,
    at,
    list,
    name: typeof name === 'string' ? name : '',
    role: roleOf(from, member),
    pod,
  }
}

type Mapping = Readonly<Record<string, unknown>>

function roleOf(list: ContainerList, value: unknown): ContainerRole {
  if (list === 'containers') return 'main'
  if (list === 'ephemeralContainers') return 'ephemeral'
  return memberOf(value, 'restartPolicy') === 'Always' ? 'sidecar' : 'init'
}
