import type { Credential } from '../../analysis/secrets/credential.ts'
import {
  credentialsInWords,
  type WordCredential,
} from '../../analysis/secrets/credentials-in-words.ts'
import { findCredential } from '../../analysis/secrets/find-credential.ts'
import type { Document, Path } from '../../model/document.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, memberOf, valueAt, type Reader } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container, Pod } from '../../model/pod.ts'
import { textsOf, type Resource, type Texts } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Source } from '../../model/source.ts'

/** A credential that a container carries in the open. */
export interface OpenCredential {
  readonly place: Place
  readonly credential: Credential
  /** What holds it, for messages: `the variable "DB_PASSWORD"`. */
  readonly holder: string
}

/** The pod that the scene has for `resource`, so that what was found in its containers need not be looked for twice. */
export function podIn(scene: Scene, resource: Resource): Pod | undefined {
  return byOwner(scene).get(resource)
}

const byOwner = oncePerScene(
  (scene): ReadonlyMap<Resource, Pod> => new Map(scene.pods.map((pod) => [pod.owner, pod])),
)

const inEnvironments = new WeakMap<Container, readonly OpenCredential[]>()
const inCommands = new WeakMap<Container, readonly OpenCredential[]>()
const inAnnotations = new WeakMap<Resource, readonly OpenCredential[]>()

// Most objects have nothing to look at, and to see that costs less than to remember it.
const NOTHING: readonly OpenCredential[] = []

/** The environment variables of a container whose literal value is a credential. O(characters). */
export function credentialsInEnvironment(container: Container): readonly OpenCredential[] {
  const variables = memberOf(container.value, 'env')
  if (!isList(variables)) return NOTHING
  const found = inEnvironments.get(container) ?? findInEnvironment(container, variables)
  inEnvironments.set(container, found)
  return found
}

function findInEnvironment(
  container: Container,
  variables: readonly unknown[],
): readonly OpenCredential[] {
  return variables.flatMap((variable, index): readonly OpenCredential[] => {
    const value = memberOf(variable, 'value')
    const name = memberOf(variable, 'name')
    if (typeof value !== 'string' && typeof value !== 'number') return NOTHING
    if (typeof name !== 'string') return NOTHING
    const credential = credentialUnder(name, String(value), container.document)
    if (credential === undefined) return NOTHING
    const place = container.at('env', index, 'value')
    return [{ place, credential, holder: `variable "${name}"` }]
  })
}

// Where a container's part names words of a command. Arguments go on where the command ends: a flag in one may have its
// value in the other.
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
  const known = inCommands.get(container)
  if (known !== undefined) return known
  const found = runsNothing(container)
    ? NOTHING
    : COMMANDS.flatMap((paths) => inCommand(container, paths))
  inCommands.set(container, found)
  return found
}

function runsNothing({ value }: Container): boolean {
  return HOLDERS.every((holder) => memberOf(value, holder) === undefined)
}

const HOLDERS = [...new Set(COMMANDS.flat().flatMap(([holder]) => holder ?? []))]

function inCommand(container: Container, paths: readonly Path[]): readonly OpenCredential[] {
  const words = paths.flatMap((path) => wordsAt(container, path))
  if (words.length === 0) return NOTHING
  return credentialsAmong(words, answersIn(container.document)).map(({ word, ...credential }) => ({
    place: placeOfWord(container, paths, word),
    credential,
    holder: 'command line',
  }))
}

function wordsAt({ value }: Container, path: Path): readonly unknown[] {
  const words = valueAt(value, path)
  return isList(words) ? words : NO_WORDS
}

const NO_WORDS: readonly unknown[] = []

// Few words hold a credential, so places are made for those alone.
function placeOfWord(container: Container, paths: readonly Path[], word: number): Place {
  let index = word
  for (const path of paths) {
    const { length } = wordsAt(container, path)
    if (index < length) return container.at(...path, index)
    index -= length
  }
  return container.place
}

/** What was found in the settings and the commands of a file, by what they say. */
interface Answers {
  readonly settings: Map<string, Credential | undefined>
  readonly commands: Map<string, readonly WordCredential[]>
}

// Copies of a workload say the same: each setting and each command is looked at once for a file.
const answersBySource = new WeakMap<Source, Answers>()

function answersIn({ source }: Document): Answers {
  const known = answersBySource.get(source)
  if (known !== undefined) return known
  const answers = { settings: new Map(), commands: new Map() }
  answersBySource.set(source, answers)
  return answers
}

/**
 * The credential in a setting that is kept in the open. O(characters) for the first of those in one file that say the
 * same.
 */
export function credentialUnder(
  name: string,
  value: string,
  document: Document,
): Credential | undefined {
  const { settings } = answersIn(document)
  // The key tells the length of the name, so that no two look alike.
  const key = `${name.length} ${name} ${value}`
  const known = settings.get(key)
  if (known !== undefined || settings.has(key)) return known
  const found = findCredential(value, { name, keptIn: 'open' })
  settings.set(key, found)
  return found
}

function credentialsAmong(
  words: readonly unknown[],
  { commands }: Answers,
): readonly WordCredential[] {
  const key = words.map((word) => (typeof word === 'string' ? `${word.length} ${word}` : '')).join()
  const known = commands.get(key)
  if (known !== undefined) return known
  const found = credentialsInWords(words)
  commands.set(key, found)
  return found
}

/** The annotations of an object, and of the pods it makes, whose value is a credential. O(characters). */
export function annotationCredentials(resource: Resource, scene: Scene): readonly OpenCredential[] {
  const template = podIn(scene, resource)?.metadata
  const ofPods = memberOf(template?.value, 'annotations')
  if (ofPods === undefined && isEmpty(resource.annotations)) return NOTHING
  const known = inAnnotations.get(resource)
  if (known !== undefined) return known
  const found = [
    ...findInAnnotations(resource.annotations, resource, ['metadata']),
    // A bare Pod has its own annotations and no others.
    ...(template === undefined || resource.type === 'Pod'
      ? NOTHING
      : findInAnnotations(textsOf(ofPods), template, [])),
  ]
  inAnnotations.set(resource, found)
  return found
}

function isEmpty(texts: Texts): boolean {
  for (const _ in texts) return false
  return true
}

function findInAnnotations(
  annotations: Texts,
  part: Reader,
  path: Path,
): readonly OpenCredential[] {
  return Object.entries(annotations).flatMap(([key, value]): readonly OpenCredential[] => {
    if (COPIES.has(key)) return NOTHING
    const credential = credentialUnder(key, value, part.document)
    if (credential === undefined) return NOTHING
    const place = part.at(...path, 'annotations', key)
    return [{ place, credential, holder: `annotation "${key}"` }]
  })
}

// Copies of the whole object: what they show stands in the object as well.
const COPIES: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'kapp.k14s.io/original',
  'objectset.rio.cattle.io/applied',
])
