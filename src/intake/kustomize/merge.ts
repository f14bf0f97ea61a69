import { takeDirective } from './merge-directive.ts'
import { mergeLists } from './merge-lists.ts'
import {
  fieldSchema,
  itemSchema,
  schemaOf,
  type MergeSchema,
  type MergeTable,
} from './merge-schema.ts'
import {
  isNull,
  memberNode,
  present,
  withMember,
  withoutMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { refuse } from './refusal.ts'

/**
 * Lays `patch` over `object` as Kustomize's strategic merge does: mappings member by member, lists by the keys that
 * Kubernetes' schema gives, all else replaced; null and `$patch` take away. Undefined when nothing is left. Texts that
 * stay keep their places, those of the patch bring theirs. O(nodes of both).
 */
export function mergeObjects(
  object: MappingNode,
  patch: MappingNode,
  table: MergeTable,
): MappingNode | undefined {
  const merged = mergeNodes(object, patch, { table, schema: undefined })
  return merged?.kind === 'mapping' ? merged : undefined
}

/** What a merge knows of the place it is at. */
interface MergeContext {
  readonly table: MergeTable
  readonly schema: MergeSchema | undefined
}

/** Merges two values, either of which may be missing. */
function mergeNodes(
  value: Node | undefined,
  patch: Node | undefined,
  { table, schema: given }: MergeContext,
): Node | undefined {
  const kind = kindOf(value, patch)
  const schema = given ?? schemaOf(table, present(value)) ?? schemaOf(table, present(patch))
  const context = { table, schema }
  switch (kind) {
    case 'mapping':
      return mergeMappings(mappingIn(value), mappingIn(patch), { value, patch }, context)
    case 'list':
      return schema?.keys === undefined
        ? (patch ?? value)
        : mergeLists(value, patch, schema, (member, change) =>
            mergeNodes(member, change, { table, schema: itemSchema(schema) }),
          )
    case 'scalar':
      return patch ?? value
    case 'null':
      return mergeNulls(value, patch)
  }
}

interface Pair {
  readonly value: Node | undefined
  readonly patch: Node | undefined
}

function kindOf(value: Node | undefined, patch: Node | undefined): Node['kind'] | 'null' {
  const [one, other] = [present(value), present(patch)]
  if (one !== undefined && other !== undefined && one.kind !== other.kind) {
    refuse(other.origin, {
      message: `A patch puts a ${other.kind} where the object has a ${one.kind}.`,
      remedy: 'Write the patch in the shape of the object, or replace the field with a JSON patch.',
    })
  }
  return (one ?? other)?.kind ?? 'null'
}

function mappingIn(node: Node | undefined): MappingNode | undefined {
  return node?.kind === 'mapping' ? node : undefined
}

// A null that is written out stays when no patch speaks of it; one that is only left empty goes.
function mergeNulls(value: Node | undefined, patch: Node | undefined): Node | undefined {
  const isWritten = value?.kind === 'scalar' && value.text !== ''
  return patch === undefined && isWritten ? value : undefined
}

function mergeMappings(
  value: MappingNode | undefined,
  patch: MappingNode | undefined,
  pair: Pair,
  context: MergeContext,
): Node | undefined {
  // A null in the patch takes the mapping away; one in the object is as good as nothing.
  if (value !== undefined && pair.patch !== undefined && isNull(pair.patch)) return undefined
  const { directive, rest } = takeDirective(patch)
  if (directive === 'delete') return undefined
  // What the patch brings is merged with itself: directives and nulls further down count there too.
  const base = value === undefined || directive === 'replace' ? rest : value
  return base === undefined ? undefined : mergeMembers(base, rest, context)
}

function mergeMembers(
  base: MappingNode,
  patch: MappingNode | undefined,
  context: MergeContext,
): MappingNode {
  let merged = base
  const keys = new Set([...base.members.keys(), ...(patch?.members.keys() ?? [])])
  for (const key of keys) {
    const member = mergeNodes(memberNode(base, key), memberNode(patch, key), {
      table: context.table,
      schema: fieldSchema(context.schema, key),
    })
    const isKept = member !== undefined && (!isNull(member) || member === memberNode(base, key))
    merged = isKept ? withMember(merged, key, member) : withoutMember(merged, key)
  }
  return merged
}
