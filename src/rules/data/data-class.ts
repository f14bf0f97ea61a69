import { STORE_RESOURCES } from '../../analysis/data-stores/store-kinds.data.ts'
import type { Path } from '../../model/document.ts'
import { templatePaths } from '../../model/kinds.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isMapping, memberOf, valueAt, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** How much the data of an object has to be protected. `other` is a word of the estate's own. */
export type DataClass = 'none' | 'personal' | 'special' | 'health' | 'payment' | 'other'

/** What an object declares about its data: the class, and the prefix that its other annotations share. */
export interface DataDeclaration {
  readonly class: DataClass
  readonly prefix: string
  readonly place: Place
  /** The object that says so: the one asked about, or its namespace. */
  readonly speaker: Resource
}

/** The prefix of our own annotations. Any other will do: `shop.example/data-class`. */
const OWN_PREFIX = 'portolan.dev'

/** The kinds of objects that may declare the class of what they hold. */
export const DECLARING_KINDS: readonly string[] = [
  'Namespace',
  'PersistentVolumeClaim',
  'StatefulSet',
  'Deployment',
  'DaemonSet',
  'ReplicaSet',
  'CronJob',
  'Job',
  'Pod',
  'ConfigMap',
  'Secret',
  'Service',
  ...Object.keys(STORE_RESOURCES),
]

const WORDS: ReadonlyMap<string, DataClass> = new Map([
  ['none', 'none'],
  ['public', 'none'],
  ['personal', 'personal'],
  ['pii', 'personal'],
  ['special', 'special'],
  ['sensitive', 'special'],
  ['health', 'health'],
  ['medical', 'health'],
  ['payment', 'payment'],
  ['pci', 'payment'],
])

/** Whether a class is about people. */
export function isPersonal(dataClass: DataClass | undefined): boolean {
  return dataClass !== undefined && dataClass !== 'none' && dataClass !== 'other'
}

const NO_STEPS: Path = []

/** What an object declares itself, on its own metadata or on that of its pods. */
export function ownDeclaration(resource: Resource): DataDeclaration | undefined {
  const path = podPath(resource)
  return (
    declarationIn(resource, NO_STEPS) ??
    (path.length === 0 ? undefined : declarationIn(resource, path))
  )
}

/** What holds for an object: its own word, then its namespace's. */
export function declarationOf(resource: Resource, scene: Scene): DataDeclaration | undefined {
  const { byResource } = declarationsIn(scene)
  // Most estates declare nothing, and then no object has to be looked at.
  if (byResource.size === 0) return undefined
  const own = byResource.get(resource)
  if (own !== undefined || resource.namespace === undefined) return own
  const namespace = scene.find('Namespace', undefined, resource.namespace)
  return namespace === undefined ? undefined : byResource.get(namespace)
}

/** Another annotation of a declaration, such as `purpose`; undefined when it is not written or empty. */
function aspectOf({ speaker, prefix }: DataDeclaration, aspect: string): Field | undefined {
  const paths = [['metadata'], [...podPath(speaker), 'metadata']]
  const fields = paths.map((path) => speaker.get(...path, 'annotations', `${prefix}/${aspect}`))
  return fields.find((field) => field !== undefined && field.value !== '')
}

/** The same, from the object that declares or from its namespace when that uses the same prefix. */
export function aspectFor(
  declaration: DataDeclaration,
  aspect: string,
  scene: Scene,
): Field | undefined {
  const own = aspectOf(declaration, aspect)
  const { namespace = '' } = declaration.speaker
  const outer = scene.find('Namespace', undefined, namespace)
  if (own !== undefined || outer === undefined) return own
  return aspectOf({ ...declaration, speaker: outer }, aspect)
}

/** Whether an object, or its namespace, carries an annotation of that name with any prefix that says true. */
export function isMarked(resource: Resource, mark: string, scene: Scene): boolean {
  const outer = scene.find('Namespace', undefined, resource.namespace ?? '')
  return [resource, outer].some((each) =>
    Object.entries(each?.annotations ?? {}).some(
      ([key, value]) => key.endsWith(`/${mark}`) && value === 'true',
    ),
  )
}

/** What an object declares itself, when that is about people. */
export function personalDeclaration(resource: Resource, scene: Scene): DataDeclaration | undefined {
  const declared = declarationsIn(scene).byResource.get(resource)
  return declared !== undefined && isPersonal(declared.class) ? declared : undefined
}

/** Whether the class of what a store holds is declared: by itself, its namespace, or the claims that it uses. */
export function isDeclared(store: Resource, scene: Scene): boolean {
  if (declarationOf(store, scene) !== undefined) return true
  const templates = store
    .list('spec', 'volumeClaimTemplates')
    .map(({ value }) => memberOf(value, 'metadata'))
  if (templates.some((metadata) => hasClass(memberOf(metadata, 'annotations')))) return true
  const volumes = store.list('spec', 'template', 'spec', 'volumes')
  return volumes.some(({ value }) => {
    const claim = memberOf(memberOf(value, 'persistentVolumeClaim'), 'claimName')
    const found =
      typeof claim === 'string'
        ? scene.find('PersistentVolumeClaim', store.namespace, claim)
        : undefined
    return found !== undefined && ownDeclaration(found) !== undefined
  })
}

/** The prefix of the annotations that the estate uses, or our own where it uses none. */
export function prefixIn(scene: Scene): string {
  const [prefix = OWN_PREFIX] = declarationsIn(scene).prefixes
  return prefix
}

function hasClass(annotations: unknown): boolean {
  return (
    isMapping(annotations) && Object.keys(annotations).some((key) => key.endsWith('/data-class'))
  )
}

/** Where that annotation stands, or should. */
export function aspectPlace({ place, prefix }: DataDeclaration, aspect: string): Place {
  return { document: place.document, path: [...place.path.slice(0, -1), `${prefix}/${aspect}`] }
}

/** Whether anything of the estate declares the class of its data: only then are its gaps worth telling. */
export function declaresAny(scene: Scene): boolean {
  return declarationsIn(scene).classes.size > 0
}

/** Whether the estate declares that it holds data about people. */
export function declaresPersonal(scene: Scene): boolean {
  return declarationsIn(scene).hasPersonal
}

/** Whether the estate declares data of one of these classes. */
export function declaresClass(scene: Scene, classes: readonly DataClass[]): boolean {
  const declared = declarationsIn(scene).classes
  return classes.some((dataClass) => declared.has(dataClass))
}

/** Whether some annotation with a prefix of the estate's declarations speaks of `aspect`, such as `region`. */
export function declaresAspect(scene: Scene, aspect: string): boolean {
  return declarationsIn(scene).aspects.has(aspect)
}

/** The classes that an estate declares, and what else the annotations with the same prefixes speak of. */
interface Declarations {
  /** What objects declare themselves. */
  readonly byResource: ReadonlyMap<Resource, DataDeclaration>
  readonly classes: ReadonlySet<DataClass>
  /** Whether one of them is about people. */
  readonly hasPersonal: boolean
  /** In the order of the estate. */
  readonly prefixes: ReadonlySet<string>
  readonly aspects: ReadonlySet<string>
}

const declarationsIn = oncePerScene((scene): Declarations => {
  const byResource = new Map<Resource, DataDeclaration>()
  const classes = new Set<DataClass>()
  const prefixes = new Set<string>()
  for (const resource of scene.resources) {
    const declared = ownDeclaration(resource)
    if (declared === undefined) continue
    byResource.set(resource, declared)
    classes.add(declared.class)
    prefixes.add(declared.prefix)
  }
  const hasPersonal = [...classes].some(isPersonal)
  return { byResource, classes, hasPersonal, prefixes, aspects: aspectsWith(prefixes, scene) }
})

// A namespace may say the region for all, and its stores the class: any object may carry them.
function aspectsWith(prefixes: ReadonlySet<string>, scene: Scene): ReadonlySet<string> {
  const aspects = new Set<string>()
  if (prefixes.size === 0) return aspects
  for (const resource of scene.resources) {
    for (const path of [NO_STEPS, podPath(resource)]) {
      for (const key in annotationsAt(resource, path)) {
        const slash = key.lastIndexOf('/')
        if (slash !== -1 && prefixes.has(key.slice(0, slash))) aspects.add(key.slice(slash + 1))
      }
    }
  }
  return aspects
}

const NO_ANNOTATIONS = {}

// `path` leads to what has the metadata: the object itself, or the template of its pods.
function annotationsAt(resource: Resource, path: Path): Readonly<Record<string, unknown>> {
  const metadata = memberOf(valueAt(resource.value, path), 'metadata')
  const annotations = memberOf(metadata, 'annotations')
  return isMapping(annotations) ? annotations : NO_ANNOTATIONS
}

function declarationIn(resource: Resource, path: Path): DataDeclaration | undefined {
  // Every object is asked, and nearly none declares anything: places are made for those that do.
  for (const key in annotationsAt(resource, path)) {
    if (!key.endsWith('/data-class')) continue
    const field = resource.get(...path, 'metadata', 'annotations', key)
    if (field === undefined) continue
    const word = String(field.value).toLowerCase()
    return {
      class: WORDS.get(word) ?? 'other',
      prefix: key.slice(0, -'/data-class'.length),
      place: field.place,
      speaker: resource,
    }
  }
  return undefined
}

function podPath({ type }: Resource): Path {
  return templatePaths(type)[0] ?? NO_STEPS
}
