import type { Fault } from '../../../base/fault.ts'
import { membersOf, spanOf, type Layout } from '../../../model/document.ts'
import { isList, isMapping, memberOf } from '../../../model/part.ts'
import type { Source } from '../../../model/source.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { HclReading } from './read-hcl.ts'
import { readHclTemplate } from './read-hcl.ts'
import type { Attribute, Block, Body, Expression, Label, Span } from './syntax.ts'

// Source: Terraform, "JSON Configuration Syntax": how many labels each block has there.
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  provider: 1,
  variable: 1,
  output: 1,
  module: 1,
  check: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
}

// Of what else stands in a block, JSON does not say whether it is an argument or a block: it is read as an argument.
const INNER_LABELS: Readonly<Record<string, number>> = {
  dynamic: 1,
  lifecycle: 0,
  content: 0,
  backend: 1,
  required_providers: 0,
  validation: 0,
}

/** Reads Terraform's JSON syntax; `isFlat` for a file of variables, whose members are values. */
export function readJsonSyntax(source: Source, isFlat: boolean): HclReading {
  const { documents, faults } = readYaml(source)
  const [document] = documents
  const whole = { start: 0, end: source.text.length }
  if (document === undefined) return { body: { attributes: [], blocks: [], ...whole }, faults }
  const node = { source, layout: document.layout, node: document.node, value: document.value }
  const body = isFlat ? bodyOf(node, {}) : bodyOf(node, LABELS)
  return { body, faults: faults.map(asHcl) }
}

function asHcl(fault: Fault): Fault {
  return fault.code === 'INTAKE_JSON' || fault.code === 'INTAKE_YAML'
    ? { ...fault, code: 'INTAKE_HCL' }
    : fault
}

interface JsonNode {
  readonly source: Source
  readonly layout: Layout
  readonly node: number
  readonly value: unknown
}

interface JsonMember extends JsonNode {
  readonly key: string
  readonly keyAt: number
}

function bodyOf(node: JsonNode, labels: Readonly<Record<string, number>>): Body {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  for (const member of childrenOf(node)) {
    // Terraform takes this key for a comment.
    if (member.key === '//') continue
    const count = labels[member.key]
    if (count !== undefined) blocks.push(...blocksOf(member.key, member, count, []))
    else attributes.push(attributeOf(member))
  }
  return { attributes, blocks, ...spanIn(node) }
}

function attributeOf(member: JsonMember): Attribute {
  const value = expressionOf(member)
  return { name: member.key, value, start: member.keyAt, end: value.end }
}

// `{"resource": {"a": {"b": {…}}}}` is one block; a list at any level is several of them.
function blocksOf(
  type: string,
  node: JsonNode,
  count: number,
  labels: readonly Label[],
): readonly Block[] {
  const members = childrenOf(node)
  if (isList(node.value)) return members.flatMap((item) => blocksOf(type, item, count, labels))
  if (count > labels.length) {
    return members.flatMap((member) => {
      const label = { text: member.key, start: member.keyAt, end: spanIn(member).start }
      return member.key === '//' ? [] : blocksOf(type, member, count, [...labels, label])
    })
  }
  const inner = bodyOf(node, type === 'locals' ? {} : INNER_LABELS)
  return [{ type, labels, body: inner, ...spanIn(node) }]
}

function childrenOf({ source, layout, node, value }: JsonNode): readonly JsonMember[] {
  let index = 0
  return membersOf(layout, node).map((child) => {
    const key = layout.keys[child] ?? ''
    const inner = isList(value) ? value[index++] : memberOf(value, key)
    return { source, layout, node: child, value: inner, key, keyAt: spanOf(layout, child).key }
  })
}

function spanIn({ layout, node }: JsonNode): Span {
  const { start, end } = spanOf(layout, node)
  return { start, end }
}

function expressionOf(node: JsonNode): Expression {
  const { value } = node
  const span = spanIn(node)
  if (isList(value)) return { kind: 'tuple', items: childrenOf(node).map(expressionOf), ...span }
  if (isMapping(value)) {
    const members = childrenOf(node).map((member) => ({
      key: textExpression(member.key, { start: member.keyAt, end: span.end }, node.source),
      value: expressionOf(member),
    }))
    return { kind: 'object', members, ...span }
  }
  if (typeof value === 'string') return textExpression(value, span, node.source)
  const isScalar =
    typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
  return { kind: 'literal', value: isScalar ? value : null, ...span }
}

function textExpression(text: string, span: Span, { file }: Source): Expression {
  if (!text.includes('${') && !text.includes('%{')) return { kind: 'literal', value: text, ...span }
  // The text stands behind its opening quote, so most offsets in it are those of the file.
  const padded = ' '.repeat(span.start + 1) + text
  const parts = readHclTemplate({ file, text: padded }, span.start + 1)
  return parts === undefined
    ? { kind: 'literal', value: text, ...span }
    : { kind: 'template', parts, ...span }
}
