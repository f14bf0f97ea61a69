import { isList, isMapping, memberOf } from '../../model/part.ts'
import { usesOf } from '../../model/pod-uses.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

type Names = ReadonlySet<string>

const byPods = new WeakMap<Scene, ReadonlyMap<string, Names>>()
const byWords = new WeakMap<Scene, ReadonlyMap<string, Names>>()

/** Whether a pod of its namespace takes the Secret: as a variable, as a file, or to pull images. */
export function isTakenByPod(secret: Resource, scene: Scene): boolean {
  const known = byPods.get(scene) ?? takenByPods(scene)
  byPods.set(scene, known)
  return known.get(secret.namespace ?? '')?.has(secret.name) ?? false
}

/**
 * Whether an object of the Secret's namespace names it anywhere. Foreign kinds refer to Secrets in ways of their own,
 * across namespaces too. O(values of all objects) at the first question.
 */
export function isNamed(secret: Resource, scene: Scene): boolean {
  const known = byWords.get(scene) ?? wordsOf(scene)
  byWords.set(scene, known)
  return [secret.namespace ?? '', ANYWHERE].some((home) => known.get(home)?.has(secret.name))
}

const readByRoles = new WeakMap<Scene, ReadonlySet<string>>()

/** Whether a role that was read lets somebody fetch Secrets of that namespace from the API server, whoever names them. */
export function isReadThroughRoles(namespace: string | undefined, scene: Scene): boolean {
  const known = readByRoles.get(scene) ?? namespacesWithReaders(scene)
  readByRoles.set(scene, known)
  return known.has('') || known.has(namespace ?? '')
}

// The empty name stands for all of them: a ClusterRole may be bound anywhere.
function namespacesWithReaders(scene: Scene): ReadonlySet<string> {
  const roles = [...scene.ofKind('Role'), ...scene.ofKind('ClusterRole')]
  const readers = roles.filter((role) =>
    role.list('rules').some(({ value }) => {
      const resources = memberOf(value, 'resources')
      return isList(resources) && resources.some((name) => name === 'secrets' || name === '*')
    }),
  )
  return new Set(readers.map((role) => role.namespace ?? ''))
}

function takenByPods(scene: Scene): ReadonlyMap<string, Names> {
  const taken = new Map<string, Set<string>>()
  for (const pod of scene.pods) {
    const names = taken.get(pod.owner.namespace ?? '') ?? new Set<string>()
    taken.set(pod.owner.namespace ?? '', names)
    for (const { type, name } of usesOf(pod)) if (type === 'Secret') names.add(name)
  }
  return taken
}

// Kinds outside of namespaces that name Secrets, and all foreign kinds.
const ANYWHERE = ''
const FAR_REACHING: ReadonlySet<string> = new Set([
  'PersistentVolume',
  'StorageClass',
  'VolumeSnapshotClass',
])

function wordsOf(scene: Scene): ReadonlyMap<string, Names> {
  const names = new Set(scene.ofKind('Secret').map(({ name }) => name))
  const words = new Map<string, Set<string>>()
  for (const resource of scene.resources) {
    const isFar = resource.type.includes('/') || FAR_REACHING.has(resource.type)
    // Secrets do not use one another; what else is outside of namespaces names none.
    if (resource.type === 'Secret' || (resource.namespace === undefined && !isFar)) continue
    const home = isFar ? ANYWHERE : (resource.namespace ?? ANYWHERE)
    const found = words.get(home) ?? new Set<string>()
    words.set(home, found)
    const own = resource.value
    // The name of an object is no use of its namesake.
    if (isMapping(own))
      for (const key in own) if (key !== 'metadata') addNames(own[key], names, found)
    addNames(resource.annotations, names, found)
  }
  return words
}

// Longer texts are programs and pictures rather than settings.
const LONGEST_TEXT = 50_000

function addNames(value: unknown, names: Names, found: Set<string>): void {
  if (typeof value === 'string') {
    if (names.has(value)) found.add(value)
    // Also within `namespace/name`, `--secret=name` and files that hold such.
    else if (value.length < LONGEST_TEXT && /[^\w.-]/.test(value)) {
      for (const word of value.split(/[^\w.-]+/)) if (names.has(word)) found.add(word)
    }
  } else if (isList(value)) for (const member of value) addNames(member, names, found)
  else if (isMapping(value)) for (const key in value) addNames(value[key], names, found)
}
