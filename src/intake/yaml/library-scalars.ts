import * as yaml from 'yaml'
import { readBlockScalar } from './fast-block-scalar.ts'
import { cursor, refuseAt } from './fast-cursor.ts'
import { readQuoted } from './fast-quoted.ts'
import { count, offsetOf, type Walk } from './library-walk.ts'
import { refuse } from './refusal.ts'
import { keyOf, resolvePlain, type Scalar } from './resolve-scalar.ts'
import { resolveTagged } from './resolve-tagged.ts'

/** Whether a scalar has no characters of its own (`key:`), which Kubernetes reads as null. */
export function isUnwritten(node: yaml.Node | null): boolean {
  if (node === null) return true
  return yaml.isScalar(node) && node.type === 'PLAIN' && node.source === ''
}

/** Where a scalar begins. One that is not written stands right after what announces it, near `empty`. */
export function startOf(walk: Walk, node: yaml.Scalar | null, empty: number): number {
  let at = offsetOf(walk, node, empty)
  if (!isUnwritten(node)) return at
  while (at > 0 && ' \t'.includes(walk.text.charAt(at - 1))) at--
  return at
}

/** What Kubernetes makes of a scalar; unless it is not written, the cursor's end is where it ends then. */
export function scalarOf(walk: Walk, node: yaml.Scalar | null, offset: number): Scalar {
  if (node === null) return null
  const text = textOf(walk, node)
  if (node.tag === undefined) return node.type === 'PLAIN' ? resolvePlain(text) : text
  const scalar = resolveTagged(node.tag, text)
  if (scalar !== undefined) return scalar
  return refuse({
    code: 'INTAKE_YAML',
    offset,
    message: 'The value is not of the type that its tag (!!…) promises.',
    remedy: 'Delete the tag, or write a value of that type.',
  })
}

// Texts in quotes and blocks are read by our own reader, which knows what Kubernetes makes of escapes and breaks.
function textOf(walk: Walk, node: yaml.Scalar): string {
  const [from = 0, to = 0] = node.range ?? []
  const start = walk.base + from
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    const text = readQuoted(start)
    // The library ends a text at a line that is not indented, and takes a quote inside it for the last.
    if (cursor.pos !== walk.base + to) return refuseUnindented(start)
    cursor.end = cursor.pos
    return text
  }
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    return node === walk.root ? readRootBlock(start) : readBlockScalar(start, indentOf(node))
  }
  cursor.end = walk.base + to
  return typeof node.value === 'string' ? node.value : ''
}

function refuseUnindented(start: number): never {
  return refuseAt(
    start,
    'A text in quotes goes on in a line that is not indented.',
    'Indent all lines of the text by more than its key.',
  )
}

function indentOf(node: yaml.Scalar): number {
  const token = node.srcToken
  return token !== undefined && 'indent' in token ? token.indent : 0
}

// At the root the library takes lines without indentation for the text, which Kubernetes does not.
function readRootBlock(start: number): string {
  const text = readBlockScalar(start, -1)
  if (cursor.column === -1) return text
  return refuseAt(
    cursor.pos,
    'A line of this text is not indented.',
    'Indent all lines of the text by at least one space.',
  )
}

/** The key that Kubernetes makes of a node at `offset`. */
export function keyText(walk: Walk, node: yaml.Node | null, offset: number): string {
  count(walk, offset)
  const target = yaml.isAlias(node) ? walk.anchored.get(node) : node
  if (target !== null && !yaml.isScalar(target)) {
    return refuse({
      code: 'INTAKE_YAML',
      offset,
      message: 'A key is a list or a mapping, and Kubernetes only takes texts.',
      remedy: 'Put the key in quotes, or render the template that makes it.',
    })
  }
  const scalar = scalarOf(walk, target, offset)
  const key = keyOf(scalar, target === null ? '' : textOf(walk, target))
  if (key !== undefined) return key
  return refuse({
    code: 'INTAKE_YAML',
    offset,
    message: scalar === null ? 'A key is empty or null.' : 'A key is too large a number.',
    remedy: 'Put the key in quotes.',
  })
}
