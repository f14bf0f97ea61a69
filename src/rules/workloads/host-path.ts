import type { Path } from '../../model/document.ts'
import { removePlace, type Edit } from '../../model/edit.ts'
import { isList, memberOf, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import type { Complaint, Fix } from '../rule.ts'
import { HARMLESS_TO_READ, HOST_PATHS } from './host-paths.data.ts'

/** What a path of the node gives to whoever mounts it. */
export type HostPathClass =
  | 'root'
  | 'runtime-socket'
  | 'etcd'
  | 'kubelet'
  | 'cloud-credentials'
  | 'device'
  | 'kernel'
  | 'logs'
  | 'registration'
  | 'other'

/** A volume of a pod that is a path of the node. */
export interface HostPathVolume {
  readonly name: string
  /** The path as written, or undefined when it is no text or a placeholder hides it. */
  readonly path: string | undefined
  readonly place: Place
  readonly class: HostPathClass
}

const HOST_PATH: Path = ['hostPath', 'path']

/** The hostPath volumes of a pod, or those that belong to one of `classes`. */
export function hostPathVolumes(
  pod: Pod,
  classes?: readonly HostPathClass[],
): readonly HostPathVolume[] {
  const volumes = memberOf(pod.value, 'volumes')
  // Most pods have none, and to see that costs less than to remember it.
  if (!isList(volumes) || !volumes.some(isHostPath)) return NO_VOLUMES
  const all = known.get(pod) ?? remember(pod, readVolumes(pod, volumes))
  return classes === undefined ? all : all.filter((volume) => classes.includes(volume.class))
}

// A dozen rules ask, each about classes of its own.
const known = new WeakMap<Pod, readonly HostPathVolume[]>()
const NO_VOLUMES: readonly HostPathVolume[] = []

function remember(pod: Pod, volumes: readonly HostPathVolume[]): readonly HostPathVolume[] {
  known.set(pod, volumes)
  return volumes
}

function readVolumes(pod: Pod, volumes: readonly unknown[]): readonly HostPathVolume[] {
  return volumes.flatMap((volume, index) =>
    isHostPath(volume) ? hostPathVolume(pod, volume, index) : [],
  )
}

function isHostPath(volume: unknown): boolean {
  return (memberOf(volume, 'hostPath') ?? null) !== null
}

function hostPathVolume(pod: Pod, volume: unknown, index: number): HostPathVolume {
  const field = pod.get('volumes', index, ...HOST_PATH)
  const name = memberOf(volume, 'name')
  const path = knownPath(field)
  const isHarmless = path === undefined || isOnlyRead(pod, name, path)
  return {
    name: typeof name === 'string' ? name : '',
    path,
    place: field?.place ?? pod.at('volumes', index, ...HOST_PATH),
    class: isHarmless ? 'other' : classOf(path, memberOf(memberOf(volume, 'hostPath'), 'type')),
  }
}

function isOnlyRead(pod: Pod, volume: unknown, path: string): boolean {
  const clean = cleanPath(path)
  return (
    HARMLESS_TO_READ.some((folder) => isBelow(clean, folder)) &&
    typeof volume === 'string' &&
    mountOf(pod, volume) === 'read-only'
  )
}

function knownPath(field: Field | undefined): string | undefined {
  return field?.resolved === true && typeof field.value === 'string' ? field.value : undefined
}

/** The class of a path; `type` is the volume's hostPath.type, which tells devices wherever they are. */
export function classOf(path: string, type?: unknown): HostPathClass {
  const clean = cleanPath(path)
  if (clean === '/' || /^[a-z]:\/?$/i.test(clean)) return 'root'
  const own = classByLongest(clean)
  if (own !== undefined) return own
  if (type === 'CharDevice' || type === 'BlockDevice') return 'device'
  return classContained(clean) ?? 'other'
}

/** The path without `.`, `..`, doubled and trailing slashes; backslashes of Windows become slashes. */
export function cleanPath(path: string): string {
  const text = path.replaceAll('\\', '/')
  // A pipe of Windows begins with //./ and is no path to be cleaned.
  if (text.startsWith('//./')) return text.toLowerCase()
  const steps: string[] = []
  for (const step of text.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return /^[a-z]:$/i.test(steps[0] ?? '') ? steps.join('/') : `/${steps.join('/')}`
}

const ENTRIES = classNames().flatMap((name) =>
  HOST_PATHS[name].map((path) => ({ name, path, inside: inside(path) })),
)

function classNames(): readonly (keyof typeof HOST_PATHS)[] {
  return [
    'runtime-socket',
    'etcd',
    'kubelet',
    'cloud-credentials',
    'device',
    'kernel',
    'logs',
    'registration',
  ]
}

function classByLongest(path: string): HostPathClass | undefined {
  let best: (typeof ENTRIES)[number] | undefined
  for (const entry of ENTRIES) {
    const isMet = path === entry.path || path.startsWith(entry.inside)
    if (isMet && entry.path.length > (best?.path.length ?? 0)) best = entry
  }
  return best?.name
}

function classContained(path: string): HostPathClass | undefined {
  return ENTRIES.find((entry) => isBelow(entry.path, path))?.name
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(inside(folder))
}

function inside(folder: string): string {
  return folder === '/' ? '/' : `${folder}/`
}

/** How the containers of a pod mount a volume: not at all, only for reading, or for writing. */
function mountOf(pod: Pod, volume: string): 'unmounted' | 'read-only' | 'writable' {
  const mounts = pod.containers
    .flatMap(({ value }) => memberOf(value, 'volumeMounts') ?? [])
    .filter((mount) => memberOf(mount, 'name') === volume)
  if (mounts.length === 0) return 'unmounted'
  return mounts.every((mount) => memberOf(mount, 'readOnly') === true) ? 'read-only' : 'writable'
}

/** The complaints of a rule about one class of paths; `harm` ends the sentence "The pod mounts PATH for writing, ...". */
export function complainOf(
  pod: Pod,
  classes: readonly HostPathClass[],
  harm: string,
): readonly Complaint[] {
  return hostPathVolumes(pod, classes).map(({ name, path, place }) => ({
    place,
    message:
      path === undefined
        ? `Volume "${name}" is a path of the node, but which one cannot be told.`
        : `Volume "${name}" gives the pod ${path} of the node${MOUNTS[mountOf(pod, name)]}: ${harm}.`,
    sure: path !== undefined,
  }))
}

const MOUNTS = {
  unmounted: ', though no container mounts it',
  'read-only': ' for reading',
  writable: ' for writing',
} as const

/** Removes a volume that nobody mounts; which path a mounted one needs is for a person to decide. */
export const removeUnmounted: Fix<Pod> = {
  risk: 'none', // nothing mounts it
  edit: (pod, { place }): readonly Edit[] => {
    const volume = place.path.slice(0, pod.path.length + 2)
    const index = volume.at(-1)
    const name = pod.get('volumes', index ?? 0, 'name')?.value
    if (typeof name !== 'string' || mountOf(pod, name) !== 'unmounted') return []
    return [removePlace({ document: place.document, path: volume })]
  },
}
