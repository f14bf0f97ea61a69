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

function podAt(owner: Resource, template: Path, spec: unknown): Pod {
  const { document } = owner
  const path = [...template, 'metadata']
  const containers: Container[] = []
  const pod: Pod = {
    ...partOf(document, [...template, 'spec'], spec),
    owner,
    metadata: partOf(document, path, valueAt(document.value, path)),
    containers,
    os: isWindows(spec) ? 'windows' : 'linux',
  }
  for (const list of CONTAINER_LISTS) containers.push(...containersOf(pod, list))
  return pod
}

// Who does not say so may still want nodes of that kind only. Pod Security goes by `os` alone.
function isWindows(spec: unknown): boolean {
  const named = valueAt(spec, ['os', 'name']) ?? valueAt(spec, ['nodeSelector', 'kubernetes.io/os'])
  return named === 'windows'
}

function containersOf(pod: Pod, list: (typeof CONTAINER_LISTS)[number]): readonly Container[] {
  const members = memberOf(pod.value, list)
  if (!isList(members)) return []
  return members.flatMap((value, index) => {
    if (!isMapping(value)) return []
    const name = value['name']
    return {
      ...partOf(pod.document, [...pod.path, list, index], value),
      name: typeof name === 'string' ? name : '',
      role: roleOf(list, value),
      pod,
    }
  })
}

function roleOf(list: (typeof CONTAINER_LISTS)[number], value: unknown): ContainerRole {
  if (list === 'containers') return 'main'
  if (list === 'ephemeralContainers') return 'ephemeral'
  return memberOf(value, 'restartPolicy') === 'Always' ? 'sidecar' : 'init'
}
