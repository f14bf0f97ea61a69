import {
  refuse,
  expect,
  peek,
  peekSolid,
  take,
  takeSolid,
  textOf,
  unexpected,
  type Cursor,
} from './cursor.ts'
import { lex } from './lex.ts'
import { unquote } from './literal.ts'
import type { Branch, Node } from './node.ts'
import { parsePipe } from './parse-pipe.ts'
import type { TemplateText } from './trouble.ts'

/** A template under its name, ready to be carried out. */
export interface Template {
  readonly name: string
  readonly source: TemplateText
  readonly body: readonly Node[]
}

// Deeper nesting is no chart's; the parser and the evaluator call themselves for every level.
const MAX_DEPTH = 400

/**
 * Reads a template and those that it defines, the text's own last, as text/template of Go 1.25 does. O(text). Throws
 * PlacedTrouble for what Go refuses.
 */
export function parse(
  source: TemplateText,
  isFunction: (name: string) => boolean,
): readonly Template[] {
  const tokens = lex(source)
  const cursor = { source, tokens, next: 0, loops: 0, depth: 0, variables: ['$'], isFunction }
  const templates: Template[] = []
  const body: Node[] = []
  while (peek(cursor).kind !== 'end') {
    if (isDefinition(cursor)) {
      templates.push(parseDefinition(cursor, templates))
      continue
    }
    const node = parseNode(cursor, templates)
    if (node.kind === 'word') refuse(cursor, `unexpected {{${node.word}}}`, node.start)
    body.push(node)
  }
  return [...templates, { name: source.name, source, body }]
}

function isDefinition(cursor: Cursor): boolean {
  if (peek(cursor).kind !== 'open') return false
  const start = cursor.next
  cursor.next++
  const token = takeSolid(cursor)
  if (token.kind === 'identifier' && textOf(cursor, token) === 'define') return true
  cursor.next = start
  return false
}

function parseDefinition(cursor: Cursor, templates: Template[]): Template {
  const name = parseName(cursor, 'define clause')
  expect(cursor, 'close', 'define clause')
  return { name, source: cursor.source, body: parseScope(cursor, templates) }
}

function parseName(cursor: Cursor, where: string): string {
  const token = takeSolid(cursor)
  if (token.kind !== 'string' && token.kind !== 'rawString') unexpected(cursor, token, where)
  return unquote(cursor, token)
}

// What a definition holds: variables from outside are unknown in it.
function parseScope(cursor: Cursor, templates: Template[]): readonly Node[] {
  const inner: Cursor = { ...cursor, loops: 0, variables: ['$'] }
  const { nodes, word, start } = parseBody(inner, templates)
  if (word !== 'end') refuse(cursor, `unexpected {{${word}}} in define clause`, start)
  cursor.next = inner.next
  return nodes
}

/** `end` or `else`, which ends a list of nodes. */
interface EndWord {
  readonly kind: 'word'
  readonly word: 'end' | 'else'
  readonly start: number
}

interface Body extends Omit<EndWord, 'kind'> {
  readonly nodes: readonly Node[]
}

function parseBody(cursor: Cursor, templates: Template[]): Body {
  const nodes: Node[] = []
  if (++cursor.depth > MAX_DEPTH) {
    refuse(cursor, `more than ${MAX_DEPTH} blocks inside one another`, peek(cursor).start)
  }
  while (peek(cursor).kind !== 'end') {
    const node = parseNode(cursor, templates)
    if (node.kind === 'word') {
      cursor.depth--
      return { nodes, word: node.word, start: node.start }
    }
    nodes.push(node)
  }
  return refuse(cursor, 'unexpected EOF: a block has no {{end}}', peek(cursor).start)
}

function parseNode(cursor: Cursor, templates: Template[]): Node | EndWord {
  const token = take(cursor)
  const { start, end } = token
  if (token.kind === 'text') return { kind: 'text', start, end }
  if (token.kind !== 'open') unexpected(cursor, token, 'input')
  const first = peekSolid(cursor)
  const word = first.kind === 'identifier' ? textOf(cursor, first) : ''
  const parseKeyword = KEYWORDS.get(word)
  if (parseKeyword !== undefined) {
    cursor.next++
    return parseKeyword(cursor, templates, start)
  }
  const pipe = parsePipe(cursor, 'command', 'close')
  return { kind: 'action', pipe, start, end: lastEnd(cursor) }
}

type ParseKeyword = (cursor: Cursor, templates: Template[], start: number) => Node | EndWord

const KEYWORDS: ReadonlyMap<string, ParseKeyword> = new Map<string, ParseKeyword>([
  ['if', (cursor, templates, start) => parseBranch(cursor, templates, start, 'if')],
  ['with', (cursor, templates, start) => parseBranch(cursor, templates, start, 'with')],
  ['range', (cursor, templates, start) => parseBranch(cursor, templates, start, 'range')],
  ['template', parseTemplate],
  ['block', parseBlock],
  ['break', (cursor, _, start) => parseJump(cursor, start, 'break')],
  ['continue', (cursor, _, start) => parseJump(cursor, start, 'continue')],
  ['end', parseEnd],
  ['else', parseElse],
  ['define', (cursor, _, start) => refuse(cursor, 'unexpected <define> in command', start)],
])

function parseBranch(
  cursor: Cursor,
  templates: Template[],
  start: number,
  kind: Branch['kind'],
): Branch {
  const known = cursor.variables.length
  const pipe = parsePipe(cursor, kind, 'close')
  const end = lastEnd(cursor)
  if (kind === 'range') cursor.loops++
  const body = parseBody(cursor, templates)
  if (kind === 'range') cursor.loops--
  const otherwise = body.word === 'else' ? parseOtherwise(cursor, templates, kind) : []
  cursor.variables.length = known
  return { kind, pipe, body: body.nodes, otherwise, start, end }
}

// `{{else if}}` stands for an if inside the else, whose end it shares.
function parseOtherwise(
  cursor: Cursor,
  templates: Template[],
  kind: Branch['kind'],
): readonly Node[] {
  const token = peekSolid(cursor)
  const word = token.kind === 'identifier' ? textOf(cursor, token) : ''
  if (token.kind !== 'close') {
    if (word !== kind || word === 'range') unexpected(cursor, token, 'else')
    cursor.next++
    if (++cursor.depth > MAX_DEPTH) refuse(cursor, 'too many {{else if}}', token.start)
    const branch = parseBranch(cursor, templates, token.start, kind)
    cursor.depth--
    return [branch]
  }
  cursor.next++
  const { nodes, word: last, start } = parseBody(cursor, templates)
  if (last !== 'end') refuse(cursor, 'expected end; found {{else}}', start)
  return nodes
}

function parseTemplate(cursor: Cursor, _: Template[], start: number): Node {
  const name = parseName(cursor, 'template clause')
  if (peekSolid(cursor).kind === 'close') {
    cursor.next++
    return { kind: 'template', name, pipe: undefined, start, end: lastEnd(cursor) }
  }
  const pipe = parsePipe(cursor, 'template clause', 'close')
  return { kind: 'template', name, pipe, start, end: lastEnd(cursor) }
}

function parseBlock(cursor: Cursor, templates: Template[], start: number): Node {
  const name = parseName(cursor, 'block clause')
  const pipe = parsePipe(cursor, 'block clause', 'close')
  const end = lastEnd(cursor)
  templates.push({ name, source: cursor.source, body: parseScope(cursor, templates) })
  return { kind: 'template', name, pipe, start, end }
}

function parseJump(cursor: Cursor, start: number, kind: 'break' | 'continue'): Node {
  expect(cursor, 'close', `{{${kind}}}`)
  if (cursor.loops === 0) refuse(cursor, `{{${kind}}} outside {{range}}`, start)
  return { kind, start, end: lastEnd(cursor) }
}

function parseEnd(cursor: Cursor, _: Template[], start: number): EndWord {
  expect(cursor, 'close', 'end')
  return { kind: 'word', word: 'end', start }
}

// What follows `else` is left to whoever wanted to know: it may be an `if`.
function parseElse(_: Cursor, __: Template[], start: number): EndWord {
  return { kind: 'word', word: 'else', start }
}

function lastEnd({ tokens, next }: Cursor): number {
  return tokens[next - 1]?.end ?? 0
}
