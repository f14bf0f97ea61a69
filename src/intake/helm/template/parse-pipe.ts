import {
  peek,
  peekSolid,
  refuse,
  take,
  takeSolid,
  textOf,
  unexpected,
  type Cursor,
} from './cursor.ts'
import { charValue, numberValue, unquote } from './literal.ts'
import type { Command, Operand, Pipe } from './node.ts'
import type { Token } from './token.ts'

/** Reads a pipeline and what ends it. */
export function parsePipe(cursor: Cursor, where: string, until: 'close' | 'rightParen'): Pipe {
  const { start } = peekSolid(cursor)
  const { variables, isAssignment } = parseDeclarations(cursor, where)
  const commands: Command[] = []
  while (peekSolid(cursor).kind !== until) commands.push(parseCommand(cursor, where))
  if (commands.length === 0) refuse(cursor, `missing value for ${where}`, start)
  checkStages(cursor, commands)
  return { variables, isAssignment, commands, start, end: take(cursor).start }
}

type Declarations = Pick<Pipe, 'variables' | 'isAssignment'>

const NONE: Declarations = { variables: [], isAssignment: false }

function parseDeclarations(cursor: Cursor, where: string): Declarations {
  const first = parseVariable(cursor)
  if (first === undefined) return NONE
  const { name, next } = first
  if (next.kind !== 'comma') return declare(cursor, [name], next)
  if (where !== 'range') refuse(cursor, `too many declarations in ${where}`, next.start)
  const second = parseVariable(cursor)
  // `range $i, := x` is no Go; two names are the most.
  if (second === undefined || second.next.kind === 'comma') {
    refuse(cursor, 'range can only initialize variables', next.start)
  }
  return declare(cursor, [name, second.name], second.next)
}

// A variable that a declaration sign or a comma follows; nothing is passed otherwise.
function parseVariable(
  cursor: Cursor,
): { readonly name: string; readonly next: Token } | undefined {
  const start = cursor.next
  const token = takeSolid(cursor)
  if (token.kind === 'variable') {
    const next = takeSolid(cursor)
    if (next.kind === 'declare' || next.kind === 'assign' || next.kind === 'comma') {
      return { name: textOf(cursor, token), next }
    }
  }
  cursor.next = start
  return undefined
}

function declare(cursor: Cursor, variables: readonly string[], sign: Token): Declarations {
  const isAssignment = sign.kind === 'assign'
  for (const name of variables) {
    if (isAssignment && !cursor.variables.includes(name)) undefinedVariable(cursor, name, sign)
    cursor.variables.push(name)
  }
  return { variables, isAssignment }
}

function undefinedVariable(cursor: Cursor, name: string, { start }: Token): never {
  return refuse(cursor, `undefined variable "${name}"`, start)
}

function checkStages(cursor: Cursor, [, ...later]: readonly Command[]): void {
  const index = later.findIndex(({ first: { kind } }) => STILL.has(kind))
  const stage = later[index]
  if (stage === undefined) return
  refuse(cursor, `non executable command in pipeline stage ${index + 2}`, stage.start)
}

const STILL: ReadonlySet<string> = new Set(['constant', 'dot', 'nil'])

function parseCommand(cursor: Cursor, where: string): Command {
  const { start } = peekSolid(cursor)
  const operands: Operand[] = []
  let end = start
  for (;;) {
    const operand = parseOperand(cursor)
    if (operand !== undefined) {
      operands.push(operand)
      ;({ end } = operand)
    }
    const token = peek(cursor)
    if (token.kind === 'space') {
      cursor.next++
      if (!isOperandStart(peekSolid(cursor))) continue
      continue
    }
    if (token.kind === 'pipe') cursor.next++
    else if (token.kind !== 'close' && token.kind !== 'rightParen') {
      unexpected(cursor, token, operands.length === 0 ? where : 'operand')
    }
    break
  }
  const [first, ...rest] = operands
  if (first === undefined) refuse(cursor, 'empty command', start)
  if (peekSolid(cursor).kind !== 'pipe') return { first, rest, start, end }
  return unexpected(cursor, peek(cursor), where)
}

function isOperandStart({ kind }: Token): boolean {
  return kind !== 'pipe' && kind !== 'close' && kind !== 'rightParen'
}

function parseOperand(cursor: Cursor): Operand | undefined {
  const term = parseTerm(cursor)
  if (term === undefined) return undefined
  const names: string[] = []
  let { end } = term
  while (peek(cursor).kind === 'field') {
    const token = take(cursor)
    names.push(textOf(cursor, token).slice(1))
    ;({ end } = token)
  }
  if (names.length === 0) return term
  if (term.kind === 'field') return { ...term, names: [...term.names, ...names], end }
  if (term.kind === 'variable') return { ...term, names: [...term.names, ...names], end }
  if (STILL.has(term.kind)) refuse(cursor, 'unexpected . after a constant', term.end)
  return { kind: 'chain', of: term, names, start: term.start, end }
}

function parseTerm(cursor: Cursor): Operand | undefined {
  const token = peekSolid(cursor)
  const { kind, start, end } = token
  switch (kind) {
    case 'identifier':
      cursor.next++
      return parseWord(cursor, token)
    case 'dot':
      cursor.next++
      return { kind: 'dot', start, end }
    case 'field':
      cursor.next++
      return { kind: 'field', names: [textOf(cursor, token).slice(1)], start, end }
    case 'variable':
      cursor.next++
      return parseUse(cursor, token)
    case 'string':
    case 'rawString':
      cursor.next++
      return { kind: 'constant', value: unquote(cursor, token), start, end }
    case 'char':
      cursor.next++
      return { kind: 'constant', value: charValue(cursor, token), start, end }
    case 'number':
      cursor.next++
      return { kind: 'constant', value: numberValue(cursor, token), start, end }
    case 'leftParen':
      return parseParenthesis(cursor)
    default:
      return undefined
  }
}

const MAX_PARENTHESES = 400

function parseParenthesis(cursor: Cursor): Operand {
  const { start } = take(cursor)
  if (++cursor.depth > MAX_PARENTHESES) refuse(cursor, 'max expression depth exceeded', start)
  const pipe = parsePipe(cursor, 'parenthesized pipeline', 'rightParen')
  cursor.depth--
  return { kind: 'pipe', pipe, start, end: pipe.end + 1 }
}

const RESERVED: ReadonlySet<string> = new Set([
  'if',
  'else',
  'end',
  'range',
  'with',
  'define',
  'block',
  'template',
])

function parseWord(cursor: Cursor, token: Token): Operand {
  const { start, end } = token
  const name = textOf(cursor, token)
  if (name === 'true' || name === 'false') {
    return { kind: 'constant', value: name === 'true', start, end }
  }
  if (name === 'nil') return { kind: 'nil', start, end }
  if (RESERVED.has(name)) unexpected(cursor, token, 'command')
  if (!cursor.isFunction(name)) refuse(cursor, `function "${name}" not defined`, start)
  return { kind: 'function', name, start, end }
}

function parseUse(cursor: Cursor, token: Token): Operand {
  const { start, end } = token
  const name = textOf(cursor, token)
  if (!cursor.variables.includes(name)) undefinedVariable(cursor, name, token)
  return { kind: 'variable', name, names: [], start, end }
}
