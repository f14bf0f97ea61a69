import { resolvePlain } from '../yaml/resolve-scalar.ts'
import { takeListDirective } from './merge-directive.ts'
import type { MergeSchema } from './merge-schema.ts'
import {
  isNull,
  listNode,
  memberNode,
  present,
  textNode,
  textOf,
  withMember,
  type ListNode,
  type MappingNode,
  type Node,
} from './node.ts'

/** Merges a member with the part of a patch that is meant for it; either may be missing. */
export type MergeMember = (member: Node | undefined, patch: Node | undefined) => Node | undefined

/** Merges two lists by the keys of their schema, the patch's members first, as Kustomize does. */
export function mergeLists(
  value: Node | undefined,
  patch: Node | undefined,
  schema: MergeSchema,
  merge: MergeMember,
): Node | undefined {
  const own = listIn(present(value))
  if (own !== undefined && patch !== undefined && isNull(patch)) return undefined
  const taken = patch?.kind === 'list' ? takeListDirective(patch) : undefined
  // Without a list of its own, the object takes the patch's as it is, directives of its members included.
  if (own === undefined) return mergeMembers(listIn(patch), listIn(patch), schema, merge)
  if (taken?.directive === 'delete') return undefined
  const base = taken?.directive === 'replace' ? taken.rest : own
  return mergeMembers(base, taken?.rest, schema, merge)
}

function listIn(node: Node | undefined): ListNode | undefined {
  return node?.kind === 'list' ? node : undefined
}

function mergeMembers(
  base: ListNode | undefined,
  patch: ListNode | undefined,
  schema: MergeSchema,
  merge: MergeMember,
): Node | undefined {
  if (base === undefined) return undefined
  const keys = schema.keys ?? []
  const lists = { base, patch, origin: base.origin }
  return keys.length === 0 ? mergeValues(lists) : mergeKeyed(lists, keys, merge)
}

interface Lists {
  readonly base: ListNode
  readonly patch: ListNode | undefined
  readonly origin: ListNode['origin']
}

// Lists of plain values, such as finalizers.
function mergeValues({ base, patch, origin }: Lists): ListNode {
  const merged = new Map<string, Node>()
  for (const member of [...(patch?.members ?? []), ...base.members]) {
    const text = textOf(member)
    // A value in both stands where the object has it.
    if (!isNull(member)) merged.set(text, member)
  }
  return listNode([...merged.values()], origin)
}

type Values = readonly string[]

function mergeKeyed({ base, patch, origin }: Lists, keys: Values, merge: MergeMember): Node {
  const tuples = tuplesOf([...(patch?.members ?? []), ...base.members], keys)
  const used = usedKeys(tuples, keys)
  const own = [...base.members]
  const added: Node[] = []
  for (const tuple of tuples) {
    const sought = identityOf(tuple, keys)
    const at = findMember(own, sought)
    const merged = merge(own[at], patch?.members[findMember(patch.members, sought)])
    const identity = identityWith(tuple, keys, used)
    if (merged === undefined || isBare(merged)) {
      removeMembers(own, identity)
      continue
    }
    const whole = withIdentity(merged, identity)
    if (at !== -1) own[at] = whole
    setMember(added, whole, identity)
  }
  return listNode(appended(added, own, used), origin)
}

/** Keys with the values by which a member is found. */
type Identity = readonly (readonly [key: string, value: string])[]

function tuplesOf(members: readonly Node[], keys: Values): readonly Values[] {
  const tuples = new Map<string, Values>()
  for (const member of members) {
    const tuple = keys.map((key) => textOf(memberNode(member, key)))
    tuples.set(tuple.join('\n'), tuples.get(tuple.join('\n')) ?? tuple)
  }
  return keys.length > 1 ? completed([...tuples.values()]) : [...tuples.values()]
}

// A port without a protocol is the same as the one with it when their numbers agree.
function completed(tuples: Values[]): readonly Values[] {
  for (let one = 0; one < tuples.length; one++) {
    for (let other = 0; other < tuples.length; other++) {
      const common = commonOf(tuples[one] ?? [], tuples[other] ?? [])
      if (common !== undefined) {
        tuples[one] = common
        tuples[other] = common
      }
    }
  }
  return tuples
}

function commonOf(one: Values, other: Values): Values | undefined {
  const agrees = one.every((value, index) => isOpen(value, other[index] ?? ''))
  if (!agrees || !one.some((value, index) => value === other[index])) return undefined
  return one.map((value, index) => value || (other[index] ?? ''))
}

function isOpen(one: string, other: string): boolean {
  return one === other || one === '' || other === ''
}

// The keys that any member has; when none has any, all of them.
function usedKeys(tuples: readonly Values[], keys: Values): Values {
  const used = keys.filter((_, index) => tuples.some((tuple) => tuple[index] !== ''))
  return used.length === 0 ? keys : used
}

function identityOf(tuple: Values, keys: Values): Identity {
  return identityWith(tuple, keys, usedKeys([tuple], keys))
}

function identityWith(tuple: Values, keys: Values, used: Values): Identity {
  return used.map((key) => [key, tuple[keys.indexOf(key)] ?? ''] as const)
}

function findMember(members: readonly Node[], identity: Identity): number {
  return members.findIndex((member) => member.kind === 'mapping' && isIdentical(member, identity))
}

// An empty value asks for the field alone.
function isIdentical(member: Node, identity: Identity): boolean {
  return identity.every(([key, value]) => {
    const field = memberNode(member, key)
    return field !== undefined && (value === '' || textOf(field) === value)
  })
}

function isBare(node: Node): boolean {
  return isNull(node) || (node.kind === 'mapping' && node.members.size === 0)
}

function removeMembers(members: Node[], identity: Identity): void {
  const kept = members.filter((member) => !isBare(member) && !isIdentical(member, identity))
  members.splice(0, members.length, ...kept)
}

function withIdentity(member: Node, identity: Identity): Node {
  if (member.kind !== 'mapping') return member
  let whole: MappingNode = member
  for (const [key, value] of identity) {
    if (value === '' || whole.members.has(key)) continue
    const text = textNode(value, member.origin)
    whole = withMember(whole, key, { ...text, value: resolvePlain(value) })
  }
  return whole
}

function setMember(members: Node[], member: Node, identity: Identity): void {
  const found = identity.length > 0 && members.some((known) => isIdentical(known, identity))
  if (!found) members.push(member)
  else
    members.splice(
      0,
      members.length,
      ...members.map((known) => (isIdentical(known, identity) ? member : known)),
    )
}

// The merged members first, then what only the object has, each in its order.
function appended(added: readonly Node[], own: readonly Node[], used: Values): readonly Node[] {
  const members = [...added]
  for (const member of own) {
    const identity = used.flatMap((key) => {
      const value = textOf(memberNode(member, key))
      return value === '' ? [] : [[key, value] as const]
    })
    if (used.length > 1) removeMembers(members, identity)
    setMember(members, member, identity)
  }
  return members
}
