import { changeFields, type FieldSpec } from './field-spec.ts'
import { remembered, withMetadata, withoutTwins, type Item } from './item.ts'
import {
  decidedBy,
  listNode,
  memberNode,
  present,
  textNode,
  textOf,
  withMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { gvkOf, isClusterScoped, kindOf } from './resource-id.ts'

/** Which subjects of role bindings follow the namespace, and whether only what has none is moved. */
export interface NamespaceOptions {
  readonly subjects: 'defaultOnly' | 'allServiceAccounts' | 'none'
  readonly isUnsetOnly: boolean
}

/** What holds for the `namespace` field of a kustomization. */
const NAMESPACE_FIELD: NamespaceOptions = { subjects: 'defaultOnly', isUnsetOnly: false }

/** Moves all objects that live in namespaces to the one that `said` names. */
export function moveToNamespace(
  items: readonly Item[],
  said: Node,
  specs: readonly FieldSpec[],
  options: NamespaceOptions = NAMESPACE_FIELD,
): readonly Item[] {
  const set = (field: Node | undefined): Node => namespaceNode(field, said, options)
  const moved = items.map((item) => {
    const kept = remembered(item)
    return { ...kept, node: moveObject(kept.node, { specs, set, said, options }) }
  })
  return withoutTwins(moved)
}

interface Move {
  readonly specs: readonly FieldSpec[]
  readonly set: (field: Node | undefined) => Node
  readonly said: Node
  readonly options: NamespaceOptions
}

function moveObject(object: MappingNode, { specs, set, said, options }: Move): MappingNode {
  const isV1 = textOf(memberNode(object, 'apiVersion')) === 'v1'
  const others = specs.filter(
    ({ path }) => path !== 'metadata/namespace' && (path !== 'metadata/name' || isV1),
  )
  const isBinding = BINDINGS.has(kindOf(object))
  const moved = changeFields(
    withSubjects(
      isClusterScoped(gvkOf(object)) ? object : withNamespace(object, set),
      set,
      options,
    ),
    isBinding ? others.filter(({ path }) => path !== 'subjects/namespace') : others,
    { change: set, missing: 'scalar', origin: said.origin },
  )
  return moved
}

const BINDINGS: ReadonlySet<string> = new Set(['RoleBinding', 'ClusterRoleBinding'])

function withNamespace(object: MappingNode, set: Move['set']): MappingNode {
  return withMetadata(object, (metadata) => withField(metadata, set))
}

function withField(mapping: MappingNode, set: Move['set']): MappingNode {
  return withMember(mapping, 'namespace', set(memberNode(mapping, 'namespace')))
}

// Other subjects follow the accounts that they name, if those are part of the build.
function withSubjects(
  object: MappingNode,
  set: Move['set'],
  { subjects: which }: NamespaceOptions,
): MappingNode {
  const subjects = memberNode(object, 'subjects')
  if (!BINDINGS.has(kindOf(object)) || subjects?.kind !== 'list' || which === 'none') return object
  const moved = subjects.members.map((subject) => {
    const isMeant =
      which === 'defaultOnly'
        ? textOf(memberNode(subject, 'name')) === 'default'
        : textOf(memberNode(subject, 'kind')) === 'ServiceAccount'
    return isMeant && subject.kind === 'mapping' ? withField(subject, set) : subject
  })
  return withMember(object, 'subjects', listNode(moved, subjects.origin))
}

function namespaceNode(
  field: Node | undefined,
  said: Node,
  { isUnsetOnly }: NamespaceOptions,
): Node {
  const known = present(field)
  if (known === undefined) return said
  if (isUnsetOnly && textOf(known) !== '') return known
  const origin = decidedBy(known.origin, said.origin)
  // What stands there already cannot be changed there either.
  const isSame = textOf(known) === textOf(said)
  return isSame
    ? { ...known, origin: { ...origin, certainty: known.origin.certainty } }
    : textNode(textOf(said), origin)
}
