import { groupBy, type Groups } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, isMapping, isPlaceholder, valueAt } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { hasLabels, selects } from '../../model/selector.ts'

/** What names or selects the pods of a scene, by what it names. Built once for a scene. */
interface Relations {
  /** Services by the first label of their selector. */
  readonly services: ReadonlyMap<string, readonly Resource[]>
  /** Budgets by the first label they want, or by their namespace when they want none. */
  readonly budgets: ReadonlyMap<string, readonly Resource[]>
  /** The workloads whose number of pods somebody else decides. */
  readonly scaled: ReadonlySet<string>
  /** The objects of kinds that are not Kubernetes' own, by namespace and name. */
  readonly foreign: ReadonlySet<string>
}

/** A Service of its namespace that leads to a pod, the first one read. O(labels + Services that share one). */
export function serviceOf(pod: Pod, scene: Scene): Resource | undefined {
  const labels = podLabels(pod)
  return firstOf(relationsIn(scene).services, pod, (service) =>
    hasLabels(valueAt(service.value, ['spec', 'selector']), labels),
  )
}

/** The PodDisruptionBudget of its namespace that selects a pod, the first one read. O(labels + budgets that share one). */
export function budgetOf(pod: Pod, scene: Scene): Resource | undefined {
  const labels = podLabels(pod)
  return firstOf(relationsIn(scene).budgets, pod, (budget) =>
    selects(valueAt(budget.value, ['spec', 'selector']), labels),
  )
}

/** The pods that a PodDisruptionBudget selects. O(pods that carry its first label, or else all of its namespace). */
export function podsOf(budget: Resource, scene: Scene): readonly Pod[] {
  const selector = budget.get('spec', 'selector')?.value
  return candidatesFor(budget, scene).filter((pod) => selects(selector, podLabels(pod)))
}

/** Whether a PodDisruptionBudget selects any pod: the first one found is enough. */
export function selectsPods(budget: Resource, scene: Scene): boolean {
  const selector = budget.get('spec', 'selector')?.value
  return candidatesFor(budget, scene).some((pod) => selects(selector, podLabels(pod)))
}

function candidatesFor(budget: Resource, scene: Scene): readonly Pod[] {
  const wanted = firstLabel(valueAt(budget.value, ['spec', 'selector', 'matchLabels']))
  return wanted === undefined
    ? scene.podsIn(budget.namespace)
    : scene.labelled(budget.namespace, ...wanted)
}

/** Whether an autoscaler (of Kubernetes or KEDA) decides how many pods a workload has. */
export function isScaled(workload: Resource, scene: Scene): boolean {
  return relationsIn(scene).scaled.has(keyOf(workload.namespace, workload.kind, workload.name))
}

/** Whether a budget of `namespace` selects pods that nobody can tell, as a placeholder stands among its labels. */
export function hasUnreadBudget(namespace: string | undefined, scene: Scene): boolean {
  return scene
    .inNamespace('PodDisruptionBudget', namespace)
    .some((budget) => holdsPlaceholder(budget.get('spec', 'selector')?.value))
}

/**
 * Whether a budget that selects none of the pods read may select others: its namespace's pods were not read, a
 * placeholder hides labels, or it names an object of a foreign kind, as the pods that operators make carry its name.
 */
export function mayBeSelected(budget: Resource, scene: Scene): boolean {
  const selector = budget.get('spec', 'selector')?.value
  if (selector === undefined) return false
  const pods = scene.podsIn(budget.namespace)
  return (
    pods.length === 0 ||
    holdsPlaceholder(selector) ||
    pods.some((pod) => holdsPlaceholder(pod.metadata.get('labels')?.value)) ||
    textsIn(selector).some((text) => relationsIn(scene).foreign.has(keyOf(budget.namespace, text)))
  )
}

function holdsPlaceholder(value: unknown): boolean {
  if (isList(value)) return value.some(holdsPlaceholder)
  return isMapping(value) ? Object.values(value).some(holdsPlaceholder) : isPlaceholder(value)
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isList(value)) return value.flatMap(textsIn)
  return isMapping(value) ? Object.values(value).flatMap(textsIn) : []
}

const relationsIn = oncePerScene((scene): Relations => ({
  services: index(scene.ofKind('Service').filter(leadsToPods), ['spec', 'selector']),
  budgets: index(scene.ofKind('PodDisruptionBudget'), ['spec', 'selector', 'matchLabels']),
  scaled: new Set([
    ...scene.ofKind('HorizontalPodAutoscaler').map(targetKey),
    ...scene.ofKind('keda.sh/ScaledObject').map(targetKey),
  ]),
  foreign: new Set(
    scene.resources
      .filter(({ type }) => type.includes('/'))
      .map(({ namespace, name }) => keyOf(namespace, name)),
  ),
}))

// One without a selector has endpoints that somebody writes.
function leadsToPods(service: Resource): boolean {
  const selector = valueAt(service.value, ['spec', 'selector'])
  const isAlias = valueAt(service.value, ['spec', 'type']) === 'ExternalName'
  return !isAlias && firstLabel(selector) !== undefined
}

function index(resources: readonly Resource[], path: readonly string[]): Groups<string, Resource> {
  return groupBy(resources, ({ namespace, value }) =>
    keyOf(namespace, ...(firstLabel(valueAt(value, path)) ?? [])),
  )
}

// Many may share a label and most pods have one of them at once, so they are not gathered first.
function firstOf(
  groups: ReadonlyMap<string, readonly Resource[]>,
  pod: Pod,
  isMeant: (resource: Resource) => boolean,
): Resource | undefined {
  const { namespace } = pod.owner
  const unlabelled = groups.get(keyOf(namespace))?.find(isMeant)
  if (unlabelled !== undefined) return unlabelled
  for (const label of Object.entries(podLabels(pod))) {
    const found = groups.get(keyOf(namespace, ...label))?.find(isMeant)
    if (found !== undefined) return found
  }
  return undefined
}

function firstLabel(labels: unknown): readonly [string, string] | undefined {
  return Object.entries(textsOf(labels))[0]
}

function targetKey(scaler: Resource): string {
  const { kind = 'Deployment', name = '' } = textsOf(
    valueAt(scaler.value, ['spec', 'scaleTargetRef']),
  )
  return keyOf(scaler.namespace, kind, name)
}

function keyOf(namespace = '', first?: string, second?: string): string {
  if (first === undefined) return namespace
  return second === undefined ? `${namespace}\n${first}` : `${namespace}\n${first}\n${second}`
}
