import type { Path } from '../../model/document.ts'
import { setField, type Edit, type Json } from '../../model/edit.ts'
import { valueAt, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container, ContainerRole } from '../../model/pod.ts'
import { parseQuantity, type Quantity } from '../../model/quantity.ts'
import type { Scene } from '../../model/scene.ts'
import { doubtAbout } from './answer.ts'
import { rangeDefault } from './limit-range.ts'

/** What a container is held to (`limits`) or what is kept for it (`requests`). */
export type Bound = 'limits' | 'requests'

/** What of a node is shared out to containers. */
export type ResourceName = 'cpu' | 'memory' | 'ephemeral-storage'

/** A bound that a container lacks. `reason` ends a sentence; not `sure` when nobody can tell whether it lacks it. */
export interface Gap {
  readonly place: Place
  readonly reason: string
  readonly sure: boolean
}

// Ephemeral containers can have no bounds. What init containers request is free again when the pod does its work.
const BOUND_ROLES: Readonly<Record<Bound, readonly ContainerRole[]>> = {
  limits: ['main', 'sidecar', 'init'],
  requests: ['main', 'sidecar'],
}

const PATHS = { limits: pathsBelow('limits'), requests: pathsBelow('requests') } as const

/**
 * Where `container` lacks a bound for a resource, or undefined when it has one: its own, its pod's (since 1.34), or one
 * that a LimitRange gives it. A limit gives the request as well, and a bound of nought is none.
 */
export function gapOf(
  container: Container,
  bound: Bound,
  resource: ResourceName,
  scene: Scene,
): Gap | undefined {
  const path = PATHS[bound][resource]
  if (isPositive(parseQuantity(valueAt(container.value, path)))) return undefined
  if (!BOUND_ROLES[bound].includes(container.role)) return undefined
  // Autopilot writes the requests that are left out.
  if (bound === 'requests' && scene.offering === 'autopilot') return undefined
  const own = container.get(...path)
  if (own !== undefined && own.place.path.length < container.path.length + path.length) {
    return gapBehind(own, bound, resource)
  }
  return own === undefined ? gapUnwritten(container, bound, resource, scene) : gapIn(own, bound)
}

/**
 * Writes a modest bound to start from: no request above what the container is held to, no limit below what is kept for
 * it. No edits where the other bound cannot be read or the pod has bounds of its own: a person has to weigh those.
 */
export function startWith(
  container: Container,
  bound: Bound,
  resource: ResourceName,
  scene: Scene,
): readonly Edit[] {
  if (container.pod.get('resources') !== undefined) return []
  const opposite = bound === 'limits' ? 'requests' : 'limits'
  const other =
    container.get(...PATHS[opposite][resource]) ??
    rangeDefault(container.pod.owner.namespace, opposite, resource, scene)
  const amount = beside(other, bound, START[bound][resource])
  return amount === undefined ? [] : [setField(container, PATHS[bound][resource], amount)]
}

// Little enough for any node and enough for most small services; what a program needs has to be measured.
const START = {
  requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
  limits: { cpu: '1', memory: '512Mi', 'ephemeral-storage': '1Gi' },
} as const

function pathsBelow(bound: Bound): Readonly<Record<ResourceName, Path>> {
  return {
    cpu: ['resources', bound, 'cpu'],
    memory: ['resources', bound, 'memory'],
    'ephemeral-storage': ['resources', bound, 'ephemeral-storage'],
  }
}

// A template that writes all bounds at once hides one thing, so one rule tells it: the one about memory.
function gapBehind(field: Field, bound: Bound, resource: ResourceName): Gap | undefined {
  const hidesLimits = field.place.path.at(-1) !== 'requests'
  if (resource !== 'memory' || hidesLimits !== (bound === 'limits')) return undefined
  return { place: field.place, reason: doubtAbout(field), sure: false }
}

function gapIn(field: Field, bound: Bound): Gap | undefined {
  const amount = field.resolved ? parseQuantity(field.value) : undefined
  if (isPositive(amount)) return undefined
  const isNought = amount === 0n
  const reason = isNought ? `a ${WORDS[bound]} of 0 is none` : doubtAbout(field)
  return { place: field.place, reason, sure: isNought }
}

function gapUnwritten(
  container: Container,
  bound: Bound,
  resource: ResourceName,
  scene: Scene,
): Gap | undefined {
  // The API server copies a limit to a request that is left out; what is wrong with the limit is told there.
  if (bound === 'requests' && container.get(...PATHS.limits[resource]) !== undefined)
    return undefined
  const ofPod = boundOfPod(container, bound, resource, scene)
  if (ofPod !== undefined) return gapIn(ofPod, bound)
  const given = rangeDefault(container.pod.owner.namespace, bound, resource, scene)
  const gap = given === undefined ? undefined : gapIn(given, bound)
  if (given !== undefined && gap === undefined) return undefined
  const sure = gap?.sure ?? true
  return {
    place: container.at(...PATHS[bound][resource]),
    reason: sure ? `it has no ${NAMES[resource]} ${WORDS[bound]}` : 'its LimitRange cannot be read',
    sure,
  }
}

const WORDS = { limits: 'limit', requests: 'request' } as const
const NAMES = { cpu: 'CPU', memory: 'memory', 'ephemeral-storage': 'storage' } as const

// Pods have no bound of their own for storage. Requests that they leave out are their limits.
function boundOfPod(
  { pod }: Container,
  bound: Bound,
  resource: ResourceName,
  scene: Scene,
): Field | undefined {
  if (resource === 'ephemeral-storage' || !scene.atLeast(1, 34)) return undefined
  const field = pod.get(...PATHS[bound][resource])
  return field ?? (bound === 'requests' ? pod.get(...PATHS.limits[resource]) : undefined)
}

function isPositive(amount: Quantity | undefined): boolean {
  return amount !== undefined && amount > 0n
}

function beside(other: Field | undefined, bound: Bound, start: string): Json | undefined {
  if (other === undefined) return start
  const theirs = other.resolved ? parseQuantity(other.value) : undefined
  const ours = parseQuantity(start)
  if (theirs === undefined || ours === undefined) return undefined
  if (bound === 'limits') return ours >= theirs ? start : asWritten(other.value)
  // Below a limit of nought there is no room for any request.
  if (!isPositive(theirs)) return undefined
  return ours <= theirs ? start : asWritten(other.value)
}

function asWritten(value: unknown): Json {
  return typeof value === 'number' ? value : String(value)
}
