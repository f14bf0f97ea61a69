import { firstBy, groupBy, groupByAll } from '../base/group.ts'
import type { Advisories } from './advisories.ts'
import type { DeclaredConnection } from './declared.ts'
import type { Offering } from './offering.ts'
import { memberOf } from './part.ts'
import { podOf, type Container, type Pod } from './pod.ts'
import { textsOf, type Resource, type Texts } from './resource.ts'
import { isAtLeast, type KubernetesVersion } from './version.ts'

/** What the estate is judged against. */
export interface Surroundings {
  readonly kubernetes: KubernetesVersion
  readonly offering: Offering
  /** The day of the judgement (ISO 8601), for what expires: certificates, versions. */
  readonly today: string
  /** What is known of packages; without it they are not examined. */
  readonly advisories?: Advisories | undefined
  /** Connections that are declared to be meant. */
  readonly declared?: readonly DeclaredConnection[] | undefined
}

/** Everything that was read, with indexes that are built once. Order is that of reading; lookups are O(answers). */
export interface Scene extends Surroundings {
  readonly resources: readonly Resource[]
  readonly pods: readonly Pod[]
  readonly containers: readonly Container[]
  /** Whether the estate's Kubernetes is `major.minor` or later. */
  readonly atLeast: (major: number, minor: number) => boolean
  /** All objects of a kind, named as `kindName` does. */
  readonly ofKind: (type: string) => readonly Resource[]
  /** All objects of a kind in a namespace. */
  readonly inNamespace: (type: string, namespace: string | undefined) => readonly Resource[]
  /** The object of that kind, namespace and name; the first one when it is written several times. */
  readonly find: (type: string, namespace: string | undefined, name: string) => Resource | undefined
  /** The pods of a namespace. */
  readonly podsIn: (namespace: string | undefined) => readonly Pod[]
  /** The objects in the same namespace whose `metadata.ownerReferences` names `owner`. */
  readonly ownedBy: (owner: Resource) => readonly Resource[]
  /** The pods of a namespace that carry a label with that value. */
  readonly labelled: (namespace: string | undefined, key: string, value: string) => readonly Pod[]
}

/** Builds the scene of `resources`. O(resources + containers + labels); throws nothing. */
export function createScene(resources: readonly Resource[], surroundings: Surroundings): Scene {
  const pods = resources.map(podOf).filter((pod) => pod !== undefined)
  const byKind = lazily(() => groupBy(resources, (resource) => resource.type))
  const ofKind = (type: string): readonly Resource[] => byKind().get(type) ?? []
  // By kind, as few of the kinds that are asked for are there, and those that are have few objects.
  const byNamespace = lazilyFor((type) => groupBy(ofKind(type), ({ namespace = '' }) => namespace))
  const byName = lazilyFor((type) =>
    firstBy(ofKind(type), ({ namespace = '', name }) => `${namespace}/${name}`),
  )
  const podsByNamespace = lazily(() => groupBy(pods, (pod) => pod.owner.namespace ?? ''))
  const byOwner = lazily(() => groupByAll(resources, ownerKeys))
  const byLabel = lazily(() => groupByAll(pods, labelKeys))
  return {
    ...surroundings,
    resources,
    pods,
    containers: pods.flatMap((pod) => pod.containers),
    atLeast: (major, minor) => isAtLeast(surroundings.kubernetes, major, minor),
    ofKind,
    inNamespace: (type, namespace = '') => byNamespace(type).get(namespace) ?? [],
    find: (type, namespace = '', name) => byName(type).get(`${namespace}/${name}`),
    podsIn: (namespace) => podsByNamespace().get(namespace ?? '') ?? [],
    ownedBy: (owner) => byOwner().get(ownerKey(owner.namespace, owner.kind, owner.name)) ?? [],
    labelled: (namespace, key, value) => byLabel().get(labelKey(namespace, key, value)) ?? [],
  }
}

/** What a scene is judged against, to judge another one alike. */
export function surroundingsOf(scene: Scene): Surroundings {
  const { kubernetes, offering, today, advisories, declared } = scene
  return { kubernetes, offering, today, advisories, declared }
}

/** The labels that the pods of `pod` will carry. */
export function podLabels(pod: Pod): Texts {
  return textsOf(memberOf(pod.metadata.value, 'labels'))
}

function labelKeys(pod: Pod): readonly string[] {
  const labels = Object.entries(podLabels(pod))
  return labels.map(([key, value]) => labelKey(pod.owner.namespace, key, value))
}

function labelKey(namespace: string | undefined, key: string, value: string): string {
  return `${namespace ?? ''}/${key}=${value}`
}

function ownerKeys(resource: Resource): readonly string[] {
  return resource.list('metadata', 'ownerReferences').map(({ value }) => {
    const { kind, name } = textsOf(value)
    return ownerKey(resource.namespace, kind ?? '', name ?? '')
  })
}

function ownerKey(namespace: string | undefined, kind: string, name: string): string {
  return `${namespace ?? ''}/${kind}/${name}`
}

// Few runs ask all of these questions, so an index is built at the first one.
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function lazilyFor<T>(make: (type: string) => T): (type: string) => T {
  const made = new Map<string, T>()
  return (type) => {
    const known = made.get(type)
    if (known !== undefined) return known
    const index = make(type)
    made.set(type, index)
    return index
  }
}
