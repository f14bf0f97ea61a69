import type { Item } from './item.ts'
import { itemsOf, memberNode, textOf, type Node } from './node.ts'
import { refuse } from './refusal.ts'
import { idOf, type Gvk, type ResourceId } from './resource-id.ts'

// Source: sigs.k8s.io/kustomize, SortOrderTransformer of kustomize 5.7: the order in which objects are delivered unless a
// kustomization says otherwise.
const FIRST = [
  'Namespace',
  'ResourceQuota',
  'StorageClass',
  'CustomResourceDefinition',
  'ServiceAccount',
  'PodSecurityPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ConfigMap',
  'Secret',
  'Endpoints',
  'Service',
  'LimitRange',
  'PriorityClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Deployment',
  'StatefulSet',
  'CronJob',
  'PodDisruptionBudget',
]
const LAST = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']

/** Puts the objects of a build in the order that its `sortOptions` ask for. */
export function sortItems(items: readonly Item[], options: Node | undefined): readonly Item[] {
  if (options === undefined) return sorted(items, ranksOf(FIRST, LAST))
  const order = memberNode(options, 'order')
  if (textOf(order) === 'fifo') return items
  if (textOf(order) !== 'legacy') {
    refuse((order ?? options).origin, {
      message: 'The order of sortOptions is neither legacy nor fifo.',
      remedy: 'Say one of the two.',
    })
  }
  const legacy = memberNode(options, 'legacySortOptions')
  if (legacy === undefined) return sorted(items, ranksOf(FIRST, LAST))
  const kinds = (key: string): readonly string[] => itemsOf(memberNode(legacy, key)).map(textOf)
  return sorted(items, ranksOf(kinds('orderFirst'), kinds('orderLast')))
}

type Ranks = ReadonlyMap<string, number>

function ranksOf(first: readonly string[], last: readonly string[]): Ranks {
  return new Map([
    ...first.map((kind, index) => [kind, index - first.length] as const),
    ...last.map((kind, index) => [kind, index + 1] as const),
  ])
}

function sorted(items: readonly Item[], ranks: Ranks): readonly Item[] {
  return items
    .map((item) => ({ item, id: idOf(item.node) }))
    .toSorted((one, other) => compare(one.id, other.id, ranks))
    .map(({ item }) => item)
}

function compare(one: ResourceId, other: ResourceId, ranks: Ranks): number {
  const byRank = (ranks.get(one.kind) ?? 0) - (ranks.get(other.kind) ?? 0)
  if (byRank !== 0) return byRank
  const [type, otherType] = [typeText(one), typeText(other)]
  if (type !== otherType) return byText(type, otherType)
  return byText(placeText(one), placeText(other))
}

function byText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

// A tilde stands for what is empty, so it comes after all letters.
function typeText({ group, version, kind }: Gvk): string {
  return `${group || '~G'}_${version || '~V'}_${kind || '~K'}`
}

function placeText({ namespace, name }: ResourceId): string {
  return `${namespace || '~X'}|${name || '~N'}`
}
