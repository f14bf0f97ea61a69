import type { Mark } from '../../model/making.ts'
import {
  isNull,
  listNode,
  mappingNode,
  memberNode,
  textNode,
  withMember,
  type MappingNode,
  type Node,
  type Origin,
} from './node.ts'
import { refuse } from './refusal.ts'
import { gvkOf, isSelected, type Gvk } from './resource-id.ts'

/** A field of certain kinds: `path` leads through lists without naming their members; `create` makes what is missing. */
export interface FieldSpec extends Gvk {
  readonly path: string
  readonly create: boolean
}

/** How a field is changed, and what is made of it when it is missing: nothing, without `missing`. */
export interface FieldChange {
  readonly change: (node: Node) => Node
  readonly missing: 'mapping' | 'scalar' | undefined
  /** Where what is made comes from. */
  readonly origin: Origin
}

/** Changes all fields of an object that one of `specs` names, one after the other. */
export function changeFields(
  object: MappingNode,
  specs: readonly FieldSpec[],
  change: FieldChange,
): MappingNode {
  let current = object
  for (const spec of specs) current = changeField(current, spec, change)
  return current
}

/** Changes the field of an object that `spec` names, if the spec concerns its kind. */
export function changeField(
  object: MappingNode,
  spec: FieldSpec,
  change: FieldChange,
): MappingNode {
  if (!isSelected(gvkOf(object), spec)) return object
  const changed = follow(object, splitPath(spec.path, '/'), { ...change, create: spec.create })
  return changed.kind === 'mapping' ? changed : object
}

/** The steps of a path; a delimiter behind a backslash belongs to its step. */
export function splitPath(path: string, delimiter: string): readonly string[] {
  const pieces = path.split(delimiter)
  if (pieces.length > 1 && pieces[0] === '') pieces.shift()
  const steps: string[] = []
  for (const piece of pieces) {
    const last = steps.at(-1)
    if (last?.endsWith('\\') === true) {
      steps[steps.length - 1] = last.slice(0, -1) + delimiter + piece
    } else steps.push(piece)
  }
  return steps
}

interface Way extends FieldChange {
  readonly create: boolean
}

function follow(node: Node, path: readonly string[], way: Way): Node {
  const [step, ...rest] = path
  if (step === undefined) return way.change(node)
  if (isNull(node)) return node
  switch (node.kind) {
    case 'list':
      return changedList(
        node.members.map((member) => follow(member, path, way)),
        node,
      )
    case 'mapping':
      return followKey(node, [step, ...rest], way)
    case 'scalar':
      return noWay(node.origin, step)
  }
}

function changedList(members: readonly Node[], list: Node & { readonly kind: 'list' }): Node {
  const isSame = members.every((member, index) => member === list.members[index])
  return isSame ? list : listNode(members, list.origin)
}

function followKey(node: MappingNode, [step = '', ...rest]: readonly string[], way: Way): Node {
  const isList = step.endsWith('[]')
  const key = isList ? step.slice(0, -2) : step
  const field = memberNode(node, key)
  const mayMake = way.create && way.missing !== undefined && !isList
  if (field === undefined && !mayMake) return node
  const isEmpty = field === undefined || isNull(field)
  const from = isEmpty && mayMake ? made(rest.length === 0 ? way.missing : 'mapping', way) : field
  return from === undefined ? node : withMember(node, key, follow(from, rest, way))
}

function made(kind: FieldChange['missing'], { origin }: Way): Node {
  return kind === 'scalar' ? textNode('', origin) : mappingNode([], origin)
}

function noWay(mark: Mark, step: string): never {
  return refuse(mark, {
    message: `Kustomize looks for a field "${step}" below this value, but it is neither a mapping nor a list.`,
    remedy: 'Write the object as its kind has it.',
  })
}
