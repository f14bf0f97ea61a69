import { componentsIn } from '../analysis/cluster/components.ts'
import { groupBy } from '../base/group.ts'
import type { Stop } from '../model/itinerary.ts'
import { oncePerScene } from '../model/once-per-scene.ts'
import { TERRAFORM_VERSION, type Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'
import type { Survey } from '../model/survey.ts'
import { unspokenWorkloads } from '../rules/network/namespace-isolation.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf } from '../rules/topics.ts'
import { unexaminedLockFiles } from './package-coverage.ts'
import type { StopReach } from './stops.ts'

/**
 * What of each stop could be looked at: the objects that any of its rules is asked about. What could not be read could
 * have belonged to any of them. A stop without rules leaves all of them unexamined.
 */
export function reachOf(
  { scene, coverage }: Survey,
  rules: readonly Rule[],
): Readonly<Record<Stop, StopReach>> {
  const missed = coverage.reduce((sum, c) => sum + c.asked - c.examined, 0)
  const byStop = groupBy(rules, stopOf)
  const reach = (stop: Stop, unseen = 0): StopReach => {
    const own = byStop.get(stop)
    if (own === undefined) return { asked: scene.resources.length + missed, examined: 0 }
    const asked = countAsked(scene, own)
    return { asked: asked + missed, examined: Math.max(0, asked - unseen) }
  }
  return {
    cloud: reach('cloud'),
    cluster: reach('cluster'),
    identity: reach('identity'),
    workloads: reach('workloads'),
    // A workload without its namespace and its neighbours is not judged, so it must not look isolated.
    network: reach('network', byStop.has('network') ? unspokenWorkloads(scene) : 0),
    'third-parties': reach('third-parties'),
    data: reach('data'),
    // What nothing is known of was not examined, however well its file was read.
    code: reach('code', unexaminedLockFiles(scene)),
  }
}

/** Objects of one kind that no rule has a word for, so that nobody takes them for examined. */
export interface UnknownKind {
  /** As `kindName` spells it. */
  readonly type: string
  readonly objects: number
}

/**
 * The kinds of the estate that none of `rules` knows, most objects first. Kubernetes' own kinds are known even where
 * no rule has a word for them: their silence was meant.
 */
export function unknownKinds(scene: Scene, rules: readonly Rule[]): readonly UnknownKind[] {
  const strange = unknownObjects(scene, rules)
  return [...groupBy(strange, ({ type }) => type)]
    .map(([type, { length }]) => ({ type, objects: length }))
    .toSorted((a, b) => b.objects - a.objects || (a.type < b.type ? -1 : 1))
}

/** The objects of the estate that none of `rules` has a word for. */
export function unknownObjects(scene: Scene, rules: readonly Rule[]): readonly Resource[] {
  const known = subjectsOf(rules)
  const owners = new Set([...podOwnersIn(scene), ...sourcesIn(scene, known)])
  return scene.resources.filter(
    (resource) => isStrange(resource) && !known.types.has(resource.type) && !owners.has(resource),
  )
}

// Terraform's own blocks (variables, outputs, data sources) only say what resources are made of.
function isStrange({ type, apiVersion }: Resource): boolean {
  return type.includes('/') || (apiVersion === TERRAFORM_VERSION && /^[^.]+_/.test(type))
}

interface Subjects {
  /** Kinds of objects, and names of programs. */
  readonly types: ReadonlySet<string>
  readonly hasPods: boolean
}

function subjectsOf(rules: readonly Rule[]): Subjects {
  return {
    types: new Set(rules.flatMap(({ subject }) => (typeof subject === 'string' ? [] : subject))),
    hasPods: rules.some(({ subject }) => typeof subject === 'string'),
  }
}

// The objects that configure one of the programs that are asked about.
function sourcesIn(scene: Scene, { types }: Subjects): readonly Resource[] {
  return componentsIn(scene)
    .filter(({ name }) => types.has(name))
    .flatMap(({ sources }) => sources)
}

const podOwnersIn = oncePerScene(
  (scene): ReadonlySet<Resource> => new Set(scene.pods.map(({ owner }) => owner)),
)

// Every stop is asked, so no object is looked at of which its kind tells enough.
function countAsked(scene: Scene, rules: readonly Rule[]): number {
  const { types, others } = askedOf(scene, rules)
  const ofTypes = [...types].reduce((sum, type) => sum + scene.ofKind(type).length, 0)
  const elsewhere = [...others].filter(({ type }) => !types.has(type)).length
  return ofTypes + elsewhere
}

/** The objects that any of `rules` is asked about. */
export function askedObjects(scene: Scene, rules: readonly Rule[]): readonly Resource[] {
  const { types, others } = askedOf(scene, rules)
  return scene.resources.filter((resource) => types.has(resource.type) || others.has(resource))
}

interface Asked {
  readonly types: ReadonlySet<string>
  /** Objects that are asked about for other reasons than their kind. */
  readonly others: ReadonlySet<Resource>
}

function askedOf(scene: Scene, rules: readonly Rule[]): Asked {
  const subjects = subjectsOf(rules.filter(({ concerns }) => concerns === undefined))
  const podOwners = podOwnersIn(scene)
  const found = [...sourcesIn(scene, subjects), ...concernedIn(scene, rules, podOwners)]
  return {
    types: subjects.types,
    others: new Set(subjects.hasPods ? [...podOwners, ...found] : found),
  }
}

// What rules that are about few of their subjects are about.
function concernedIn(
  scene: Scene,
  rules: readonly Rule[],
  podOwners: ReadonlySet<Resource>,
): readonly Resource[] {
  return rules.flatMap(({ subject, concerns }) => {
    if (concerns === undefined) return []
    const subjects =
      typeof subject === 'string' ? [...podOwners] : subject.flatMap((type) => scene.ofKind(type))
    return subjects.filter((resource) => concerns(resource))
  })
}
