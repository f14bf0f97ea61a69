import { locate, membersOf, sourceAt, spanOf, type Document } from '../model/document.ts'
import { isList, isMapping, memberOf } from '../model/part.ts'
import { resourceAs, resourceOf, type Resource } from '../model/resource.ts'
import { claimOf, type Claim } from './claim.ts'
import { missed, type Mishap } from './mishap.ts'
import { settingsIdentity } from './settings/settings-file.ts'
import { faultAt } from './yaml/yaml-fault.ts'

/** What a document gave: its objects, and those that are none for a flaw of theirs. */
export interface Gathered {
  readonly resources: readonly Resource[]
  readonly mishaps: readonly Mishap[]
}

/**
 * The objects of a document: itself, or the members of the list that it is, each as a document of its own whose paths
 * begin at the object. Undefined when it has nothing to do with Kubernetes. O(members); lists in lists are followed down
 * to `maxDepth`.
 */
export function gatherObjects(document: Document, maxDepth: number): Gathered | undefined {
  const claim = claimOf(document.value)
  switch (claim.kind) {
    case 'object':
      return { resources: [resourceOf(document)], mishaps: [] }
    case 'list':
      return gatherItems(document, claim, maxDepth)
    case 'flawed':
      return lost(document, claim)
    case 'unrelated':
      return gatherSettings(document)
  }
}

function gatherSettings(document: Document): Gathered | undefined {
  const identity = settingsIdentity(document)
  return identity && { resources: [resourceAs(document, identity)], mishaps: [] }
}

type ListClaim = Extract<Claim, { readonly kind: 'list' }>
type Flaw = Pick<Extract<Claim, { readonly kind: 'flawed' }>, 'path' | 'message' | 'remedy'>

function gatherItems(list: Document, { of }: ListClaim, maxDepth: number): Gathered {
  if (maxDepth === 0) return tooDeep(list)
  const resources: Resource[] = []
  const mishaps: Mishap[] = []
  for (const item of itemsOf(list, of)) {
    const gathered = gatherObjects(item, maxDepth - 1) ?? lost(item, NO_OBJECT)
    for (const resource of gathered.resources) resources.push(resource)
    for (const mishap of gathered.mishaps) mishaps.push(mishap)
  }
  return { resources, mishaps }
}

const NO_OBJECT: Flaw = {
  path: [],
  message: 'This member of a list is no Kubernetes object.',
  remedy: 'Give it an apiVersion, a kind and metadata, or take it out of the list.',
}

function itemsOf(list: Document, inherited: ListClaim['of']): readonly Document[] {
  const values = memberOf(list.value, 'items')
  if (!isList(values)) return []
  const nodes = membersOf(list.layout, locate(list, ['items']).node)
  return values.map((value, index) => ({
    ...list,
    source: sourceAt(list, nodes[index] ?? list.node),
    node: nodes[index] ?? list.node,
    value: isMapping(value) ? heir(value, inherited) : value,
  }))
}

// The API server leaves apiVersion and kind out of the members of a list that has one kind only.
function heir(value: Readonly<Record<string, unknown>>, inherited: ListClaim['of']): unknown {
  const isWhole = Object.keys(inherited).every((key) => Object.hasOwn(value, key))
  return isWhole ? value : { ...inherited, ...value }
}

function lost(document: Document, { path, message, remedy }: Flaw): Gathered {
  const { node } = locate(document, path)
  const fault = faultAt(sourceAt(document, node), {
    code: 'INTAKE_OBJECT',
    offset: offsetOf(document, path),
    message,
    remedy,
  })
  return { resources: [], mishaps: [missed('objects', fault)] }
}

function tooDeep(list: Document): Gathered {
  const fault = faultAt(list.source, {
    code: 'INTAKE_TOO_DEEP',
    offset: spanOf(list.layout, list.node).start,
    message: 'Too many lists of objects stand inside one another here.',
    remedy: 'Take the objects out of the inner lists.',
  })
  return { resources: [], mishaps: [missed('objects', fault)] }
}

function offsetOf(document: Document, path: Flaw['path']): number {
  const { key, start } = spanOf(document.layout, locate(document, path).node)
  return path.length === 0 || key === -1 ? start : key
}
