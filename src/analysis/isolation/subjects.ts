import { groupBy, groupByAll, type Groups } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isMapping, isPlaceholder, memberOf, valueAt } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource, Texts } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { HIDDEN, type Lookup, type Selector } from './label-selector.ts'

/** A namespace with the pods read in it. `isKnown` is false when whoever applies them chooses where they go. */
export interface Territory {
  readonly name: string
  readonly isKnown: boolean
  readonly subjects: readonly Subject[]
  /** The labels of the namespace itself. */
  readonly labels: Lookup
  /** The subjects that a selector may select: O(those that carry the label it wants, or all). */
  readonly candidates: (selector: Selector) => readonly Subject[]
}

/** A pod as policies see it. */
export interface Subject {
  readonly pod: Pod
  readonly labels: Lookup
}

/** The label that every namespace has, written or not. */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name'

// Written by controllers into the pods they make, so no template shows them.
const ADDED_LABELS: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
])

/** Whether a policy can isolate a pod at all: on the node's own network most plugins do not see it. */
export function isOnHost(pod: Pod): boolean {
  return memberOf(pod.value, 'hostNetwork') === true
}

/** Whether an object says where it goes. */
export function namesNamespace(resource: Resource): boolean {
  const namespace = valueAt(resource.value, ['metadata', 'namespace']) ?? null
  return namespace !== null && !isPlaceholder(namespace)
}

/**
 * The pods that policies can isolate by namespace. Those that name none stand apart from `default`. Sorted once for a
 * scene.
 */
export const territoriesOf = oncePerScene(sortPods)

function sortPods(scene: Scene): readonly Territory[] {
  const pods = scene.pods.filter((pod) => !isOnHost(pod))
  const groups = groupBy(pods, ({ owner }) => `${namesNamespace(owner)}/${owner.namespace ?? ''}`)
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    return first === undefined ? [] : [territoryOf(first.owner, members, scene)]
  })
}

function territoryOf(owner: Resource, pods: readonly Pod[], scene: Scene): Territory {
  const name = owner.namespace ?? ''
  const isKnown = namesNamespace(owner)
  const subjects = pods.map((pod) => ({ pod, labels: podLookup(pod) }))
  let index: Index | undefined
  return {
    name,
    isKnown,
    subjects,
    labels: isKnown ? namespaceLookup(name, scene) : () => HIDDEN,
    candidates({ wants }) {
      if (wants === undefined || ADDED_LABELS.has(wants.key)) return subjects
      const { labelled, vague } = (index ??= indexOf(subjects))
      const found = [...new Set(wants.values)].flatMap(
        (value) => labelled.get(`${wants.key}=${value}`) ?? [],
      )
      return vague.length === 0 ? found : [...found, ...vague]
    },
  }
}

interface Index {
  readonly labelled: Groups<string, Subject>
  readonly vague: readonly Subject[]
}

function indexOf(subjects: readonly Subject[]): Index {
  const isVague = ({ pod }: Subject) =>
    hidesLabels(pod) || Object.values(podLabels(pod)).some(isPlaceholder)
  return {
    labelled: groupByAll(
      subjects.filter((subject) => !isVague(subject)),
      ({ pod }) => Object.entries(podLabels(pod)).map((pair) => pair.join('=')),
    ),
    vague: subjects.filter(isVague),
  }
}

/** Looks labels of a pod up; those that controllers add, and those behind a placeholder, are hidden. */
export function podLookup(pod: Pod): Lookup {
  const labels = podLabels(pod)
  const isPartial = hidesLabels(pod)
  return (key) => textAt(labels, key) ?? (isPartial || ADDED_LABELS.has(key) ? HIDDEN : undefined)
}

// A placeholder in place of all labels, of a key, or of something above them.
function hidesLabels(pod: Pod): boolean {
  const field = pod.metadata.get('labels')
  if (field === undefined) return false
  if (!field.resolved || !isMapping(field.value)) return true
  return Object.entries(field.value).some(
    ([key, value]) => isPlaceholder(key) || typeof value !== 'string',
  )
}

/** Looks labels of a namespace up; those of one that was not read are hidden, its name excepted. */
export function namespaceLookup(name: string, scene: Scene): Lookup {
  const namespace = scene.find('Namespace', undefined, name)
  return (key) => {
    if (key === NAMESPACE_NAME) return name
    // A namespace that was not read may carry any label.
    return namespace === undefined ? HIDDEN : textAt(namespace.labels, key)
  }
}

function textAt(texts: Texts, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}
