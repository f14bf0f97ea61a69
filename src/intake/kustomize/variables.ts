import { mergeSpecs, type Config } from './config.ts'
import { changeFields, splitPath, type FieldSpec } from './field-spec.ts'
import { allIds, type Item } from './item.ts'
import {
  decidedBy,
  itemsOf,
  isNull,
  listNode,
  mappingNode,
  memberNode,
  textNode,
  textOf,
  type Node,
  type ScalarNode,
} from './node.ts'
import { refuse } from './refusal.ts'
import { effectiveNamespace, parseApiVersion, type ResourceId } from './resource-id.ts'

/** A variable of the old kind: `$(NAME)` in certain fields stands for a field of an object. */
export interface Variable {
  readonly name: string
  readonly said: Node
}

/** Notes on the items which variables are read from them, and gives the variables together with those known before. */
export function addVariables(
  items: readonly Item[],
  known: readonly Variable[],
  said: Node | undefined,
): { readonly items: readonly Item[]; readonly variables: readonly Variable[] } {
  const variables = [...known]
  let current = items
  for (const node of itemsOf(said)) {
    const name = textOf(memberNode(node, 'name'))
    current = noted(current, node, name)
    if (variables.some((variable) => variable.name === name)) {
      refuse(node.origin, {
        message: `The variable "${name}" is defined twice.`,
        remedy: 'Give one of the two another name.',
      })
    }
    variables.push({ name, said: node })
  }
  return { items: current, variables }
}

function noted(items: readonly Item[], node: Node, name: string): readonly Item[] {
  const wanted = objectOf(memberNode(node, 'objref'))
  const matching = items.filter((item) => allIds(item).some((id) => isMeant(id, wanted)))
  if (matching.length > 1) {
    refuse(node.origin, {
      message: `Several objects may be meant by the variable "${name}".`,
      remedy: 'Name the namespace, too.',
    })
  }
  return items.map((item) =>
    item === matching[0] ? { ...item, variables: [...item.variables, name] } : item,
  )
}

function objectOf(node: Node | undefined): ResourceId {
  const field = (key: string): string => textOf(memberNode(node, key))
  const version = parseApiVersion(field('apiVersion'))
  const isSaid = field('apiVersion') !== ''
  return {
    group: isSaid ? version.group : field('group'),
    version: isSaid ? version.version : field('version'),
    kind: field('kind'),
    name: field('name'),
    namespace: field('namespace'),
  }
}

function isMeant(id: ResourceId, wanted: ResourceId): boolean {
  return (
    id.group === wanted.group &&
    id.version === wanted.version &&
    id.kind === wanted.kind &&
    id.name === wanted.name &&
    (wanted.namespace === '' || effectiveNamespace(id) === effectiveNamespace(wanted))
  )
}

/** Puts the values of the variables in their places. */
export function resolveVariables(
  items: readonly Item[],
  variables: readonly Variable[],
  { tables }: Config,
): readonly Item[] {
  if (variables.length === 0) return items
  const values = new Map(variables.map((variable) => [variable.name, valueOf(variable, items)]))
  const specs: readonly FieldSpec[] = mergeSpecs(tables.varReference, [])
  return items.map((item) => ({
    ...item,
    node: changeFields(item.node, specs, {
      change: (field) => resolved(field, values),
      missing: undefined,
      origin: item.node.origin,
    }),
  }))
}

function valueOf({ name, said }: Variable, items: readonly Item[]): Node {
  const path = textOf(memberNode(memberNode(said, 'fieldref'), 'fieldPath')) || 'metadata.name'
  const source = items.find((item) => item.variables.includes(name))
  let value: Node | undefined = source?.node
  for (const step of stepsIn(path)) {
    value =
      value?.kind === 'list' && /^\d+$/.test(step)
        ? value.members[Number(step)]
        : memberNode(value, step)
  }
  return (
    value ??
    refuse(said.origin, {
      message: `The field ${path} that the variable "${name}" stands for is in no object of the build.`,
      remedy: 'Check the object and the path.',
    })
  )
}

function stepsIn(path: string): readonly string[] {
  return splitPath(path.replaceAll(/\[(\w+)\]/g, '.$1'), '.')
}

type Values = ReadonlyMap<string, Node>

function resolved(field: Node, values: Values): Node {
  switch (field.kind) {
    case 'scalar':
      return typeof field.value === 'string' ? expand(field, values) : field
    case 'list':
      return listNode(
        field.members.map((member) => (isText(member) ? expand(member, values) : member)),
        field.origin,
      )
    case 'mapping':
      return mappingNode(
        [...field.members].map(
          ([key, member]) => [key, isText(member) ? expand(member, values) : member] as const,
        ),
        field.origin,
      )
  }
}

function isText(node: Node): node is ScalarNode {
  return node.kind === 'scalar' && typeof node.value === 'string'
}

const REFERENCE = /\$(?:\$|\((?<name>[^)]*)\))/g

function expand(field: ScalarNode, values: Values): Node {
  const whole = /^\$\(([^)]*)\)$/.exec(field.text)
  const only = whole === null ? undefined : values.get(whole[1] ?? '')
  if (only?.kind === 'scalar' && !isNull(only)) {
    return { ...only, origin: decidedBy(field.origin, only.origin) }
  }
  let decider: Node | undefined
  const text = field.text.replaceAll(REFERENCE, (written, name: string | undefined) => {
    // Two dollar signs stand for one.
    if (name === undefined) return '$'
    const value = values.get(name)
    if (value?.kind !== 'scalar' || isNull(value)) return written
    decider = value
    return value.text
  })
  if (text === field.text) return field
  return textNode(text, decidedBy(field.origin, (decider ?? field).origin))
}
