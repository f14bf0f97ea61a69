import { isPlaceholder } from '../../model/part.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { claimBoth, claimNot, claimSome } from './claims.ts'
import {
  carries,
  EVERYTHING,
  exists,
  HIDDEN,
  UNREADABLE,
  type Lookup,
  type Selector,
  type Wanted,
} from './label-selector.ts'

// Nesting beyond this is nobody's policy, and every level costs stack.
const DEEPEST = 40

/**
 * Reads a selector as Calico writes them: `app == 'web' && (has(tier) || !(env in {'a', 'b'}))`, `all()`, `global()`.
 * What does not parse is unreadable. O(characters). Source: Calico 3.32, selectors of NetworkPolicy.
 */
export function readCalicoSelector(value: unknown): Selector {
  if (value === undefined || value === null || value === '') return EVERYTHING
  if (typeof value !== 'string' || isPlaceholder(value)) return UNREADABLE
  if (value.trim() === '' || value.trim() === 'all()') return EVERYTHING
  const tokens = tokensOf(value)
  const parsed = tokens === undefined ? undefined : parseOr(tokens, 0, 0)
  if (parsed === undefined || parsed.next !== tokens?.length) return UNREADABLE
  return { wants: parsed.wants, isEverything: false, selects: parsed.selects }
}

interface Parsed {
  readonly selects: (labels: Lookup) => Claim
  readonly wants: Wanted | undefined
  readonly next: number
}

interface Token {
  readonly kind: 'name' | 'text' | 'sign'
  readonly text: string
}

const TOKEN = /\s*(?:(&&|\|\||==|!=|[!(){},])|'([^']*)'|"([^"]*)"|([A-Za-z0-9_./-]+))\s*/y

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) return undefined
    const [, sign, single, double, name] = match
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'text', text: single ?? double ?? '' })
  }
  return tokens
}

function parseOr(tokens: readonly Token[], start: number, depth: number): Parsed | undefined {
  let left = depth > DEEPEST ? undefined : parseAnd(tokens, start, depth)
  while (left !== undefined && isSign(tokens[left.next], '||')) {
    const right = parseAnd(tokens, left.next + 1, depth)
    if (right === undefined) return undefined
    const sides = [left.selects, right.selects]
    left = {
      selects: (labels) => claimSome(sides, (side) => side(labels)),
      wants: undefined,
      next: right.next,
    }
  }
  return left
}

function parseAnd(tokens: readonly Token[], start: number, depth: number): Parsed | undefined {
  let left = parseTerm(tokens, start, depth)
  while (left !== undefined && isSign(tokens[left.next], '&&')) {
    const right = parseTerm(tokens, left.next + 1, depth)
    if (right === undefined) return undefined
    const [one, other] = [left.selects, right.selects]
    left = {
      selects: (labels) => claimBoth(one(labels), other(labels)),
      wants: left.wants ?? right.wants,
      next: right.next,
    }
  }
  return left
}

function parseTerm(tokens: readonly Token[], start: number, depth: number): Parsed | undefined {
  const token = tokens[start]
  if (isSign(token, '!')) {
    const term = depth > DEEPEST ? undefined : parseTerm(tokens, start + 1, depth + 1)
    if (term === undefined) return undefined
    return { ...term, selects: (labels) => claimNot(term.selects(labels)), wants: undefined }
  }
  if (isSign(token, '(')) {
    const inner = parseOr(tokens, start + 1, depth + 1)
    return inner !== undefined && isSign(tokens[inner.next], ')')
      ? { ...inner, next: inner.next + 1 }
      : undefined
  }
  if (token?.kind !== 'name') return undefined
  return isSign(tokens[start + 1], '(')
    ? parseCall(token.text, tokens, start + 2)
    : parseComparison(token.text, tokens, start + 1)
}

function parseCall(name: string, tokens: readonly Token[], start: number): Parsed | undefined {
  if (name === 'has') {
    const key = tokens[start]
    if (key?.kind !== 'name' || !isSign(tokens[start + 1], ')')) return undefined
    return { selects: (labels) => exists(labels, key.text), wants: undefined, next: start + 2 }
  }
  // `global()` means what belongs to no namespace, and every pod belongs to one.
  if ((name !== 'all' && name !== 'global') || !isSign(tokens[start], ')')) return undefined
  return { selects: () => name === 'all', wants: undefined, next: start + 1 }
}

function parseComparison(key: string, tokens: readonly Token[], start: number): Parsed | undefined {
  const [operator, operand] = [tokens[start], tokens[start + 1]]
  const next = start + 2
  if (operator?.kind === 'sign') {
    if (operand?.kind !== 'text') return undefined
    const { text } = operand
    if (operator.text === '==')
      return {
        selects: (labels) => carries(labels, key, text),
        wants: { key, values: [text] },
        next,
      }
    if (operator.text !== '!=') return undefined
    return { selects: (labels) => claimNot(carries(labels, key, text)), wants: undefined, next }
  }
  return operator?.text === 'not' && operand?.text === 'in'
    ? negated(parseSet(key, tokens, start + 2))
    : parseWord(key, tokens, start)
}

function parseWord(key: string, tokens: readonly Token[], start: number): Parsed | undefined {
  const word = tokens[start]?.text ?? ''
  if (word === 'in') return parseSet(key, tokens, start + 1)
  const like = LIKENESSES.get(word === 'starts' || word === 'ends' ? `${word} with` : word)
  const at = word === 'contains' ? start + 1 : start + 2
  const part = tokens[at]
  if (like === undefined || part?.kind !== 'text') return undefined
  if (at === start + 2 && tokens[start + 1]?.text !== 'with') return undefined
  return {
    selects: (labels) => {
      const found = labels(key)
      if (found === HIDDEN || (found !== undefined && isPlaceholder(found))) return 'unclear'
      return found !== undefined && like(found, part.text)
    },
    wants: undefined,
    next: at + 1,
  }
}

const LIKENESSES: ReadonlyMap<string, (text: string, part: string) => boolean> = new Map([
  ['contains', (text: string, part: string) => text.includes(part)],
  ['starts with', (text: string, part: string) => text.startsWith(part)],
  ['ends with', (text: string, part: string) => text.endsWith(part)],
])

function parseSet(key: string, tokens: readonly Token[], start: number): Parsed | undefined {
  if (!isSign(tokens[start], '{')) return undefined
  const values: string[] = []
  let at = start + 1
  while (at < tokens.length && !isSign(tokens[at], '}')) {
    const token = tokens[at]
    if (token?.kind === 'text') values.push(token.text)
    else if (!isSign(token, ',')) return undefined
    at++
  }
  if (at >= tokens.length) return undefined
  return {
    selects: (labels) => claimSome(values, (value) => carries(labels, key, value)),
    wants: { key, values },
    next: at + 1,
  }
}

function negated(parsed: Parsed | undefined): Parsed | undefined {
  if (parsed === undefined) return undefined
  return { ...parsed, selects: (labels) => claimNot(parsed.selects(labels)), wants: undefined }
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}
