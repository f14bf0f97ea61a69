import type { Mark } from '../../model/making.ts'
import { mergeSpecs, specOf, type Config } from './config.ts'
import { changeFields, type FieldSpec } from './field-spec.ts'
import type { Item } from './item.ts'
import { entriesOf, itemsOf, memberNode, withMember, type MappingNode, type Node } from './node.ts'
import { refuse } from './refusal.ts'

/** Gives all objects the pairs of `pairs` (labels or annotations) in the fields of `specs`. */
export function addPairs(
  items: readonly Item[],
  pairs: Node | undefined,
  specs: readonly FieldSpec[],
): readonly Item[] {
  const entries = entriesOf(pairs)
  if (pairs === undefined || entries.length === 0) return items
  const change = (field: Node): Node => withPairs(field, entries, pairs.origin)
  return items.map((item) => ({
    ...item,
    node: changeFields(item.node, specs, { change, missing: 'mapping', origin: pairs.origin }),
  }))
}

/** Does what the entries of the field `labels` say. */
export function addLabels(
  items: readonly Item[],
  labels: Node | undefined,
  config: Config,
): readonly Item[] {
  let current = items
  for (const entry of itemsOf(labels)) {
    current = addPairs(current, memberNode(entry, 'pairs'), labelSpecs(entry, config))
  }
  return current
}

function labelSpecs(entry: Node, { tables }: Config): readonly FieldSpec[] {
  const own = mergeSpecs(itemsOf(memberNode(entry, 'fields')).map(specOf), tables.labels)
  if (isTrue(entry, 'includeSelectors')) return mergeSpecs(own, tables.commonLabels)
  const templates = isTrue(entry, 'includeTemplates') ? tables.templateLabels : []
  const claims = isTrue(entry, 'includeVolumeClaimTemplates')
    ? tables.volumeClaimTemplateLabels
    : []
  return mergeSpecs(mergeSpecs(mergeSpecs(own, templates), claims), [METADATA_LABELS])
}

/** The labels that every object may have. */
export const METADATA_LABELS: FieldSpec = {
  group: '',
  version: '',
  kind: '',
  path: 'metadata/labels',
  create: true,
}

function isTrue(entry: Node, key: string): boolean {
  const field = memberNode(entry, key)
  return field?.kind === 'scalar' && field.value === true
}

function withPairs(
  field: Node,
  entries: readonly (readonly [string, Node])[],
  said: Mark,
): MappingNode {
  if (field.kind !== 'mapping') {
    return refuse(said, {
      message: 'These labels are for a field that is no mapping in one of the objects.',
      remedy: 'Write the labels, annotations and selectors of the objects as mappings.',
    })
  }
  let current = field
  for (const [key, value] of entries) current = withMember(current, key, value)
  return current
}
