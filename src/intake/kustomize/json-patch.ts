import {
  isNull,
  itemsOf,
  listNode,
  mappingNode,
  memberNode,
  plainOf,
  textOf,
  withMember,
  withoutMember,
  type ListNode,
  type MappingNode,
  type Node,
} from './node.ts'
import { refuse } from './refusal.ts'

/** Applies the operations of a JSON patch (RFC 6902), in their order, as Kustomize does. */
export function applyJsonPatch(object: MappingNode, operations: Node): MappingNode {
  let current: Node = object
  for (const operation of itemsOf(operations)) current = apply(current, operation)
  return current.kind === 'mapping' ? current : wrong(operations, 'leaves no object')
}

/** Whether a node is a list of operations. */
export function isJsonPatch(node: Node): boolean {
  return (
    node.kind === 'list' && node.members.every((member) => textOf(memberNode(member, 'op')) !== '')
  )
}

function apply(object: Node, operation: Node): Node {
  const path = stepsOf(operation, 'path')
  const written = memberNode(operation, 'value')
  const value = written && asJson(written)
  switch (textOf(memberNode(operation, 'op'))) {
    case 'add':
      return change(object, path, operation, adding(value ?? wrong(operation, 'has no value')))
    case 'replace':
      return replace(object, path, operation, value ?? wrong(operation, 'has no value'))
    case 'remove':
      return change(object, path, operation, removing)
    case 'copy':
      return change(object, path, operation, adding(source(object, operation)))
    case 'move': {
      const moved = source(object, operation)
      const without = change(object, stepsOf(operation, 'from'), operation, removing)
      return change(without, path, operation, adding(moved))
    }
    case 'test':
      return tested(object, path, operation, value)
    default:
      return wrong(operation, 'has an operation that JSON patches do not know')
  }
}

// JSON patches are read as Kubernetes reads YAML, objects are not.
function asJson(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
      return node.isTrue === undefined ? node : { ...node, value: node.isTrue }
    case 'list':
      return listNode(node.members.map(asJson), node.origin)
    case 'mapping':
      return mappingNode(
        [...node.members].map(([key, member]) => [key, asJson(member)] as const),
        node.origin,
      )
  }
}

function stepsOf(operation: Node, key: 'path' | 'from'): readonly string[] {
  const [root = '', ...steps] = textOf(memberNode(operation, key)).split('/')
  if (root !== '') return wrong(operation, `has a ${key} that does not begin with "/"`)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function source(object: Node, operation: Node): Node {
  return find(object, stepsOf(operation, 'from')) ?? wrong(operation, 'takes what is not there')
}

function find(object: Node, path: readonly string[]): Node | undefined {
  let current: Node | undefined = object
  for (const step of path) {
    current =
      current?.kind === 'list'
        ? current.members[indexIn(current, step) ?? -1]
        : memberNode(current, step)
  }
  return current
}

function replace(object: Node, path: readonly string[], operation: Node, value: Node): Node {
  if (path.length === 0) return value
  return change(object, path, operation, (parent, step, op) => {
    // Kustomize replaces what is not there, too.
    if (parent.kind === 'mapping') return withMember(parent, step, value)
    const at = indexIn(parent, step) ?? wrong(op, 'replaces what is not there')
    return listNode(parent.members.with(at, value), parent.origin)
  })
}

type Change = (
  parent: MappingNode | ListNode,
  step: string,
  operation: Node,
) => MappingNode | ListNode

// Changes the value that holds the last step, and with it all that hold that value.
function change(node: Node, path: readonly string[], operation: Node, how: Change): Node {
  const [step, ...rest] = path
  if (step === undefined) return wrong(operation, 'is for the object as a whole')
  if (node.kind === 'scalar') return wrong(operation, 'leads through what is no mapping or list')
  if (rest.length === 0) return how(node, step, operation)
  const child = find(node, [step])
  if (child === undefined || isNull(child))
    return wrong(operation, 'leads through what is not there')
  const changed = change(child, rest, operation, how)
  if (node.kind === 'mapping') return withMember(node, step, changed)
  return listNode(node.members.with(indexIn(node, step) ?? 0, changed), node.origin)
}

function adding(value: Node): Change {
  return (parent, step, operation) => {
    if (parent.kind === 'mapping') return withMember(parent, step, value)
    const { members, origin } = parent
    const at = step === '-' ? members.length : indexIn(listNode([...members, value], origin), step)
    if (at === undefined) return wrong(operation, 'adds behind the end of a list')
    return listNode(members.toSpliced(at, 0, value), origin)
  }
}

function removing(
  parent: MappingNode | ListNode,
  step: string,
  operation: Node,
): MappingNode | ListNode {
  if (parent.kind === 'mapping') {
    return parent.members.has(step)
      ? withoutMember(parent, step)
      : wrong(operation, 'takes away what is not there')
  }
  const at = indexIn(parent, step)
  if (at === undefined) return wrong(operation, 'takes away what is not there')
  return listNode(parent.members.toSpliced(at, 1), parent.origin)
}

// Kustomize counts negative numbers from the end.
function indexIn({ members }: ListNode, step: string): number | undefined {
  if (!/^-?\d{1,9}$/.test(step)) return undefined
  const number = Number(step)
  const index = number < 0 ? members.length + number : number
  return index >= 0 && index < members.length ? index : undefined
}

function tested(object: Node, path: readonly string[], operation: Node, value?: Node): Node {
  const found = find(object, path)
  const isSame = text(found) === text(value)
  return isSame ? object : wrong(operation, 'tests for a value that is not there')
}

function text(node: Node | undefined): string {
  return node === undefined ? 'null' : sorted(plainOf(node))
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'bigint') return String(member)
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(
      Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  })
}

function wrong(operation: Node, what: string): never {
  return refuse(operation.origin, {
    message: `This operation of a JSON patch ${what}.`,
    remedy: 'Compare its path with the object it is for, as the base has it.',
  })
}
