import type { Credential } from '../../analysis/secrets/credential.ts'
import { credentialsInWords } from '../../analysis/secrets/credentials-in-words.ts'
import { findCredential } from '../../analysis/secrets/find-credential.ts'
import type { Path } from '../../model/document.ts'
import { isList, memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container, Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** A credential that a container carries in the open. */
export interface OpenCredential {
  readonly place: Place
  readonly credential: Credential
  /** What holds it, for messages: `the variable "DB_PASSWORD"`. */
  readonly holder: string
}

const inPods = new WeakMap<Scene, ReadonlyMap<Resource, Pod>>()

/** The pod that the scene has for `resource`, so that what was found in its containers need not be looked for twice. */
export function podIn(scene: Scene, resource: Resource): Pod | undefined {
  const pods = inPods.get(scene) ?? new Map(scene.pods.map((pod) => [pod.owner, pod]))
  inPods.set(scene, pods)
  return pods.get(resource)
}

const inEnvironments = new WeakMap<Container, readonly OpenCredential[]>()
const inCommands = new WeakMap<Container, readonly OpenCredential[]>()

/** The environment variables of a container whose literal value is a credential. O(characters). */
export function credentialsInEnvironment(container: Container): readonly OpenCredential[] {
  const found = inEnvironments.get(container) ?? findInEnvironment(container)
  inEnvironments.set(container, found)
  return found
}

function findInEnvironment(container: Container): readonly OpenCredential[] {
  return container.list('env').flatMap(({ value: variable }, index) => {
    const value = memberOf(variable, 'value')
    const name = memberOf(variable, 'name')
    if (typeof value !== 'string' && typeof value !== 'number') return []
    if (typeof name !== 'string') return []
    const credential = findCredential(String(value), { name, keptIn: 'open' })
    if (credential === undefined) return []
    return [
      { place: container.at('env', index, 'value'), credential, holder: `variable "${name}"` },
    ]
  })
}

// Where a container's part names words of a command.
const COMMANDS: readonly (readonly Path[])[] = [
  [['command'], ['args']],
  [['livenessProbe', 'exec', 'command']],
  [['readinessProbe', 'exec', 'command']],
  [['startupProbe', 'exec', 'command']],
  [['lifecycle', 'postStart', 'exec', 'command']],
  [['lifecycle', 'preStop', 'exec', 'command']],
]

/** The words of a container's commands, those of its probes included, that hold a credential. O(characters). */
export function credentialsInCommands(container: Container): readonly OpenCredential[] {
  const found =
    inCommands.get(container) ?? COMMANDS.flatMap((paths) => inCommand(container, paths))
  inCommands.set(container, found)
  return found
}

function inCommand(container: Container, paths: readonly Path[]): readonly OpenCredential[] {
  // The arguments go on where the command ends: a flag in one may have its value in the other.
  const places: Place[] = []
  const words: unknown[] = []
  for (const path of paths) {
    const members = container.get(...path)?.value
    if (!isList(members)) continue
    for (const [index, member] of members.entries()) {
      words.push(member)
      places.push(container.at(...path, index))
    }
  }
  if (words.length === 0) return []
  return credentialsInWords(words).flatMap(({ word, ...credential }) => {
    const place = places[word]
    return place === undefined ? [] : [{ place, credential, holder: 'command line' }]
  })
}

/** The annotations of an object, and of the pods it makes, whose value is a credential. O(characters). */
export function annotationCredentials(resource: Resource, scene: Scene): readonly OpenCredential[] {
  const found = inAnnotations.get(resource) ?? findInAnnotations(resource, scene)
  inAnnotations.set(resource, found)
  return found
}

const inAnnotations = new WeakMap<Resource, readonly OpenCredential[]>()

function findInAnnotations(resource: Resource, scene: Scene): readonly OpenCredential[] {
  const metadata = podIn(scene, resource)?.metadata
  // A bare Pod has its own annotations and no others.
  const isTemplate = metadata !== undefined && metadata.path.length > 1
  const own = Object.entries(resource.annotations).map(([key, value]) => {
    return { key, value, place: resource.at('metadata', 'annotations', key) }
  })
  const ofPod = isTemplate
    ? Object.entries(textsOf(metadata.get('annotations')?.value)).map(([key, value]) => {
        return { key, value, place: metadata.at('annotations', key) }
      })
    : []
  return [...own, ...ofPod].flatMap(({ key, value, place }) => {
    if (COPIES.has(key)) return []
    const credential = findCredential(value, { name: key, keptIn: 'open' })
    return credential === undefined ? [] : [{ place, credential, holder: `annotation "${key}"` }]
  })
}

// Copies of the whole object: what they show stands in the object as well.
const COPIES: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'kapp.k14s.io/original',
  'objectset.rio.cattle.io/applied',
])
