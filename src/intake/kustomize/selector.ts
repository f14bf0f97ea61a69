import { allIds, originalId, type Item } from './item.ts'
import { labelMatcher } from './label-matcher.ts'
import { entriesOf, memberNode, nodeAt, textOf, type Node } from './node.ts'
import { patternMatcher, type Matcher } from './pattern.ts'
import { refuse } from './refusal.ts'
import { effectiveNamespace, gvkOf, idOf, type ResourceId } from './resource-id.ts'

/** Which objects a patch or a replacement is for. */
export interface Selector {
  /** Whether the target of a patch: by its first or its present name and namespace. */
  readonly selects: (item: Item) => boolean
  /** Whether one identity is meant, labels and annotations aside. */
  readonly selectsId: (id: ResourceId) => boolean
  /** Whether the labels and annotations are as they have to be. */
  readonly hasMarks: (item: Item) => boolean
  /** Whether it asks for nothing but labels and annotations. */
  readonly isMarksOnly: boolean
}

/** The selector that a node writes. */
export function selectorOf(node: Node): Selector {
  const group = matcherAt(node, 'group')
  const version = matcherAt(node, 'version')
  const kind = matcherAt(node, 'kind')
  const name = matcherAt(node, 'name')
  const namespace = matcherAt(node, 'namespace')
  const hasMarks = marksMatcher(node)
  const isKind = (id: {
    readonly group: string
    readonly version: string
    readonly kind: string
  }) => group(id.group) && version(id.version) && kind(id.kind)
  return {
    selects: (item) => {
      const ids = [originalId(item), idOf(item.node)]
      return (
        ids.some((id) => namespace(effectiveNamespace(id))) &&
        ids.some((id) => name(id.name)) &&
        isKind(gvkOf(item.node)) &&
        hasMarks(item)
      )
    },
    selectsId: (id) => isKind(id) && name(id.name) && namespace(id.namespace),
    hasMarks,
    isMarksOnly: ID_KEYS.every((key) => textOf(memberNode(node, key)) === ''),
  }
}

const ID_KEYS = ['group', 'version', 'kind', 'name', 'namespace'] as const

/** Whether one of an item's identities, first or present, is the one that `wanted` gives; empty fields are open. */
export function hasId(item: Item, wanted: ResourceId): boolean {
  return allIds(item).some(
    (id) =>
      isOpen(wanted.name, id.name) &&
      (wanted.namespace === '' || effectiveNamespace(wanted) === effectiveNamespace(id)) &&
      isOpen(wanted.group, id.group) &&
      isOpen(wanted.version, id.version) &&
      isOpen(wanted.kind, id.kind),
  )
}

function isOpen(wanted: string, found: string): boolean {
  return wanted === '' || wanted === found
}

function matcherAt(node: Node, key: string): Matcher {
  const field = memberNode(node, key)
  const pattern = textOf(field)
  if (field === undefined || pattern === '') return () => true
  const matcher = patternMatcher(`^(?:${pattern})$`)
  return (
    matcher ??
    refuse(field.origin, {
      message: `The ${key} of this target is no regular expression that Portolan can follow.`,
      remedy: 'Write it with letters, dots, stars, classes and groups only, or name the objects.',
    })
  )
}

function marksMatcher(node: Node): (item: Item) => boolean {
  const labels = marksAt(node, 'labelSelector')
  const annotations = marksAt(node, 'annotationSelector')
  return ({ node: object }) =>
    labels(marksIn(object, 'labels')) && annotations(marksIn(object, 'annotations'))
}

function marksAt(node: Node, key: string): (marks: ReadonlyMap<string, string>) => boolean {
  const field = memberNode(node, key)
  if (field === undefined) return () => true
  const matcher = labelMatcher(textOf(field))
  return (
    matcher ??
    refuse(field.origin, {
      message: `The ${key} is not written as Kubernetes has it.`,
      remedy: 'Write it as in `app=web,tier in (front,back),!legacy`.',
    })
  )
}

function marksIn(object: Node, key: 'labels' | 'annotations'): ReadonlyMap<string, string> {
  const entries = entriesOf(nodeAt(object, ['metadata', key]))
  return new Map(entries.map(([name, value]) => [name, textOf(value)]))
}
