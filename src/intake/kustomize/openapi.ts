import type { Fault } from '../../base/fault.ts'
import type { Kustomization } from './kustomization.ts'
import { KUBERNETES_TABLE, type MergeTable } from './merge-schema.ts'
import { entriesOf, itemsOf, memberNode, nodeAt, textOf, type Node } from './node.ts'
import { faultFor } from './refusal.ts'
import { documentsAt, filePath, materialAt, type Workshop } from './workshop.ts'

/** The lists that a build merges: those of the schema that its outermost kustomization names, else Kubernetes' own. */
export function mergeTableFor(workshop: Workshop, { folder, node }: Kustomization): MergeTable {
  const path = nodeAt(node, ['openapi', 'path'])
  if (path === undefined) return KUBERNETES_TABLE
  const [schema] = documentsAt(workshop, filePath(folder, textOf(path), path.origin))
  const definitions = entriesOf(memberNode(schema, 'definitions'))
  return {
    types: Object.fromEntries(definitions.flatMap(([name, node]) => typesOf(name, node))),
    definitions: Object.fromEntries(definitions.map(([name, node]) => [name, fieldsOf(node)])),
  }
}

function typesOf(name: string, definition: Node): readonly (readonly [string, string])[] {
  return itemsOf(memberNode(definition, 'x-kubernetes-group-version-kind')).map((gvk) => {
    const group = textOf(memberNode(gvk, 'group'))
    const version = textOf(memberNode(gvk, 'version'))
    const apiVersion = group === '' ? version : `${group}/${version}`
    return [`${apiVersion}/${textOf(memberNode(gvk, 'kind'))}`, name] as const
  })
}

function fieldsOf(definition: Node): MergeTable['definitions'][string] {
  const fields = entriesOf(memberNode(definition, 'properties')).map(([name, field]) => {
    const keys = mergeKeysOf(field)
    const of = definitionOf(memberNode(field, 'items') ?? field)
    return [name, { ...(keys && { keys }), ...(of && { of }) }] as const
  })
  return Object.fromEntries(fields)
}

function mergeKeysOf(field: Node): readonly string[] | undefined {
  const strategy = textOf(memberNode(field, 'x-kubernetes-patch-strategy')).split(',')
  if (!strategy.includes('merge')) return undefined
  const keys = itemsOf(memberNode(field, 'x-kubernetes-list-map-keys')).map(textOf)
  const key = textOf(memberNode(field, 'x-kubernetes-patch-merge-key'))
  if (keys.length > 0) return keys
  return key === '' ? [] : [key]
}

function definitionOf(schema: Node): string | undefined {
  return textOf(memberNode(schema, '$ref')).split('/').pop() || undefined
}

// What a schema of a kind may say for Kustomize about its fields.
const MARK = /x-kubernetes-(?:object-ref-|annotation|label-selector|identity)/

/** The faults of schemas in `crds` that would change which names and labels follow: that is not done here. */
export function unfollowedSchemas(
  workshop: Workshop,
  { folder, node }: Kustomization,
): readonly Fault[] {
  return itemsOf(memberNode(node, 'crds')).flatMap((said) => {
    const { text } = materialAt(workshop, filePath(folder, textOf(said), said.origin))
    if (text === undefined || !MARK.test(text)) return []
    return [
      faultFor(said.origin, {
        message:
          'This schema says which fields name other objects; names in those fields were not followed.',
        remedy: 'Say the same in a file of `configurations` (nameReference).',
      }),
    ]
  })
}
