import { groupByAll } from '../../base/group.ts'
import type { Config } from './config.ts'
import { changeField } from './field-spec.ts'
import { formerIds, type Item } from './item.ts'
import {
  decidedBy,
  isNull,
  itemsOf,
  listNode,
  memberNode,
  nodeAt,
  textNode,
  textOf,
  withMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { refuse } from './refusal.ts'
import {
  effectiveNamespace,
  gvkOf,
  idOf,
  isClusterScoped,
  isSelected,
  kindOf,
  nameOf,
  namespaceOf,
  type Gvk,
} from './resource-id.ts'

/** Lets all names that objects have for others follow the names that those were given. */
export function followNames(items: readonly Item[], { references }: Config): readonly Item[] {
  const named = groupByAll(items, (item) => item.former.map(({ name }) => name))
  if (named.size === 0) return items
  return items.map((item) => {
    const isReachable = reachFrom(item)
    const candidates = (name: string): readonly Item[] =>
      [...new Set(named.get(name))].filter(isReachable)
    const origin = formerIds(item)[0] ?? idOf(item.node)
    let current = item
    for (const { target, fields } of references) {
      for (const field of fields) {
        if (!isSelected(origin, field)) continue
        const search = { referrer: current, target, candidates, path: field.path }
        const node = changeField(
          current.node,
          { ...field, ...gvkOf(current.node), create: false },
          {
            change: (name) => followed(name, search),
            missing: undefined,
            origin: current.node.origin,
          },
        )
        current = { ...current, node }
      }
    }
    return current
  })
}

interface Search {
  readonly referrer: Item
  readonly target: Gvk
  /** The objects that once had a name, as far as the referrer can see them. */
  readonly candidates: (name: string) => readonly Item[]
  readonly path: string
}

// An object names those of its own namespace and of none; a role binding also accounts in the namespaces it says.
function reachFrom(referrer: Item): (item: Item) => boolean {
  const id = idOf(referrer.node)
  if (isClusterScoped(id)) return () => true
  const own = effectiveNamespace(id)
  const others = new Set(kindOf(referrer.node) === 'RoleBinding' ? accountNamespaces(referrer) : [])
  return ({ node }) => {
    const other = idOf(node)
    return (
      isClusterScoped(other) || effectiveNamespace(other) === own || others.has(namespaceOf(node))
    )
  }
}

function accountNamespaces({ node }: Item): readonly string[] {
  return itemsOf(memberNode(node, 'subjects')).flatMap((subject) =>
    textOf(memberNode(subject, 'kind')) === 'ServiceAccount' &&
    memberNode(subject, 'namespace') !== undefined
      ? [textOf(memberNode(subject, 'namespace'))]
      : [],
  )
}

function followed(node: Node, search: Search): Node {
  if (isNull(node)) return node
  switch (node.kind) {
    case 'scalar':
      return followedName(node, search)
    case 'mapping':
      return followedMapping(node, search)
    case 'list':
      return listNode(
        node.members.map((member) => (member.kind === 'list' ? member : followed(member, search))),
        node.origin,
      )
  }
}

function followedName(node: Node, search: Search): Node {
  const referral = select(textOf(node), search.candidates(textOf(node)), search, (item) =>
    nameOf(item.node),
  )
  if (referral === undefined || nameOf(referral.node) === textOf(node)) return node
  return renamedNode(node, referral)
}

// What decided the new name is what decided it where it is defined.
function renamedNode(node: Node, { node: target }: Item): Node {
  const name = nodeAt(target, ['metadata', 'name'])
  const decider = name?.origin.decider ?? name?.origin ?? target.origin
  return textNode(nameOf(target), decidedBy(node.origin, decider))
}

function followedMapping(node: MappingNode, search: Search): Node {
  const name = memberNode(node, 'name')
  if (name === undefined) return nameless(node, search)
  const candidates = inNamespace(node, search.candidates(textOf(name)))
  const both = (item: Item): string => `${nameOf(item.node)}\n${namespaceOf(item.node)}`
  const referral = select(textOf(name), candidates, search, both)
  if (referral === undefined) return node
  const namespace = nodeAt(referral.node, ['metadata', 'namespace'])
  const isSame = nameOf(referral.node) === textOf(name)
  const renamed = isSame ? node : withMember(node, 'name', renamedNode(name, referral))
  return textOf(namespace) === '' || namespace === undefined
    ? renamed
    : withNamespace(renamed, namespace)
}

function withNamespace(node: MappingNode, namespace: Node): MappingNode {
  const known = memberNode(node, 'namespace')
  if (textOf(known) === textOf(namespace)) return node
  const { origin } = namespace
  const decided =
    known === undefined ? namespace : textNode(textOf(namespace), decidedBy(known.origin, origin))
  return withMember(node, 'namespace', decided)
}

function nameless(node: MappingNode, { path }: Search): never {
  return refuse(node.origin, {
    message: `Kustomize wants a name at ${path.replaceAll('/', '.')}, and this mapping has none.`,
    remedy: 'Add `name`.',
  })
}

function inNamespace(node: MappingNode, candidates: readonly Item[]): readonly Item[] {
  const said = memberNode(node, 'namespace')
  if (said === undefined) return candidates
  const namespace = textOf(said)
  const before = candidates.filter((item) => firstNamespace(item) === namespace)
  if (before.length > 0) return before
  return candidates.filter(({ node: object }) => effectiveNamespace(idOf(object)) === namespace)
}

function firstNamespace(item: Item): string {
  return effectiveNamespace(formerIds(item)[0] ?? idOf(item.node))
}

function select(
  name: string,
  candidates: readonly Item[],
  search: Search,
  identity: (item: Item) => string,
): Item | undefined {
  const role = roleIn(search)
  const named = candidates.filter((item) => {
    const former = formerIds(item)
    return (
      former.some((id) => isSelected(id, search.target)) &&
      (role === undefined || former.some((id) => isSelected(id, role))) &&
      isAtHand(item, search.referrer)
    )
  })
  if (named.length <= 1) return named[0]
  const alike = named.filter((item) => hasSameAffixes(item, search.referrer, true))
  const closest =
    alike.length > 1 ? alike.filter((item) => hasSameAffixes(item, search.referrer, false)) : alike
  if (new Set(closest.map(identity)).size > 1) ambiguous(name, search.referrer)
  return closest[0]
}

function roleIn({ referrer, path }: Search): Gvk | undefined {
  if (!path.endsWith('roleRef/name')) return undefined
  const role = memberNode(referrer.node, 'roleRef')
  const group = textOf(memberNode(role, 'apiGroup'))
  const kind = textOf(memberNode(role, 'kind'))
  const isWhole = memberNode(role, 'apiGroup') !== undefined && kind !== ''
  return isWhole ? { group, version: '', kind } : undefined
}

function isAtHand({ node }: Item, referrer: Item): boolean {
  const [id, own] = [idOf(node), idOf(referrer.node)]
  return (
    isClusterScoped(own) ||
    isClusterScoped(id) ||
    id.kind === 'ServiceAccount' ||
    effectiveNamespace(id) === effectiveNamespace(own)
  )
}

function hasSameAffixes(one: Item, other: Item, mayBeEmpty: boolean): boolean {
  return (
    isSameEnd(one.prefixes, other.prefixes, mayBeEmpty) &&
    isSameEnd(one.suffixes, other.suffixes, mayBeEmpty)
  )
}

function isSameEnd(one: readonly string[], other: readonly string[], mayBeEmpty: boolean): boolean {
  if (mayBeEmpty && (one.length === 0 || other.length === 0)) return true
  const common = Math.min(one.length, other.length)
  if (common === 0) return one.length === other.length
  return one.slice(one.length - common).every((affix, index) => {
    return affix === other[other.length - common + index]
  })
}

function ambiguous(name: string, { node }: Item): never {
  return refuse(node.origin, {
    message: `This object names "${name}", and several objects of the build had that name.`,
    remedy: 'Give them different names in their bases.',
  })
}
