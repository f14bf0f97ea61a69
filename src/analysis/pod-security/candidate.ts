import type { Path } from '../../model/document.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { isAbsent, isText } from './answers.ts'

/** A part of a pod that checks look at, and the way to it from the pod's root. */
export interface Site {
  readonly value: unknown
  readonly path: Path
}

/** A claim about a pod; unclear when a placeholder or a value of the wrong type decides it. */
export type Claim = boolean | 'unclear'

/** A pod laid out for the checks. */
export interface Candidate {
  readonly metadata: Site
  readonly spec: Site
  /**
   * Init containers and sidecars, then main ones, then ephemeral ones, as the plugin visits them. What stands where
   * containers are expected and is no list is a site of its own, so that every check meets it and cannot tell.
   */
  readonly containers: readonly Site[]
  readonly isWindows: Claim
  /** Whether its users are none of the node's (`hostUsers: false`). */
  readonly hasUserNamespace: Claim
}

const METADATA_PATH = ['metadata'] as const
const SPEC_PATH = ['spec'] as const
// No value of a manifest: a mapping in place of a list must not pass for a container.
const UNREADABLE = Symbol('unreadable')
const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

/** Lays a pod out for the checks. O(containers); throws nothing, whatever stands in it. */
export function candidateOf(metadata: unknown, spec: unknown): Candidate {
  return {
    metadata: { value: metadata, path: METADATA_PATH },
    spec: { value: spec, path: SPEC_PATH },
    containers: containersOf(spec),
    isWindows: isWindows(memberOf(spec, 'os')),
    hasUserNamespace: hasUserNamespace(memberOf(spec, 'hostUsers')),
  }
}

const laidOut = new WeakMap<Pod, Candidate>()

/** Lays a pod of the estate out, once for all who ask. */
export function candidateFor(pod: Pod): Candidate {
  const known = laidOut.get(pod)
  if (known !== undefined) return known
  const candidate = candidateOf(pod.metadata.value, pod.value)
  laidOut.set(pod, candidate)
  return candidate
}

function containersOf(spec: unknown): readonly Site[] {
  if (!isAbsent(spec) && !isMapping(spec)) return [{ value: UNREADABLE, path: SPEC_PATH }]
  const sites: Site[] = []
  for (const list of CONTAINER_LISTS) {
    const members = memberOf(spec, list)
    if (isAbsent(members)) continue
    if (!isList(members)) sites.push({ value: UNREADABLE, path: ['spec', list] })
    else members.forEach((value, index) => sites.push({ value, path: ['spec', list, index] }))
  }
  return sites
}

function isWindows(os: unknown): Claim {
  if (isAbsent(os)) return false
  if (!isMapping(os)) return 'unclear'
  const name = memberOf(os, 'name')
  if (isAbsent(name)) return false
  return isText(name) ? name === 'windows' : 'unclear'
}

function hasUserNamespace(hostUsers: unknown): Claim {
  if (isAbsent(hostUsers)) return false
  return typeof hostUsers === 'boolean' ? !hostUsers : 'unclear'
}
