import mergeKeys from './merge-keys.data.json' with { type: 'json' }
import { memberNode, textOf, type Node } from './node.ts'

/** A field that is a list to be merged, by `keys` (none: by its values), or leads to such lists by way of `of`. */
interface MergeField {
  readonly keys?: readonly string[]
  readonly of?: string
}

type Definitions = Readonly<Record<string, Readonly<Record<string, MergeField>>>>

/** Which lists of an object are merged member by member. */
export interface MergeTable {
  readonly types: Readonly<Record<string, string>>
  readonly definitions: Definitions
}

/** What is known of a value in a merge: the keys by which it is merged when it is a list, and what its members are. */
export interface MergeSchema {
  readonly table: MergeTable
  readonly keys: readonly string[] | undefined
  readonly definition: string | undefined
}

/** The table of Kubernetes' own kinds. */
export const KUBERNETES_TABLE: MergeTable = mergeKeys

/** The schema of an object by its apiVersion and kind, or undefined for a kind without one. */
export function schemaOf(table: MergeTable, object: Node | undefined): MergeSchema | undefined {
  const type = `${textOf(memberNode(object, 'apiVersion'))}/${textOf(memberNode(object, 'kind'))}`
  const definition = ownMember(table.types, type)
  return definition === undefined ? undefined : { table, keys: undefined, definition }
}

/** The schema of a field. */
export function fieldSchema(schema: MergeSchema | undefined, key: string): MergeSchema | undefined {
  if (schema?.definition === undefined) return undefined
  const { table } = schema
  const field = ownMember(ownMember(table.definitions, schema.definition) ?? {}, key)
  return field === undefined ? undefined : { table, keys: field.keys, definition: field.of }
}

/** The schema of a list's members. */
export function itemSchema(schema: MergeSchema): MergeSchema {
  return { ...schema, keys: undefined }
}

function ownMember<T>(members: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(members, key) ? members[key] : undefined
}
