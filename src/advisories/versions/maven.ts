import { compareDigits, compareText, isDigits } from './digits.ts'

/** The order of Maven, which takes any text; undefined when one of the two is empty. Source: ComparableVersion 3.9.11. */
export function compareMaven(one: string, other: string): number | undefined {
  if (one === '' || other === '') return undefined
  return compare(parse(one.toLowerCase()), parse(other.toLowerCase()))
}

type Item =
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }

interface OpenList {
  readonly kind: 'list'
  readonly items: Item[]
}

function parse(version: string): Item {
  const whole: OpenList = { kind: 'list', items: [] }
  const lists = [whole]
  for (const { opens, item } of pieces(version)) {
    if (opens) lists.push(nested(lists.at(-1) ?? whole))
    if (item !== undefined) lists.at(-1)?.items.push(item)
  }
  for (const list of lists.toReversed()) normalize(list.items)
  return whole
}

function nested(list: OpenList): OpenList {
  if (list.items.length === 0) return list
  const inner: OpenList = { kind: 'list', items: [] }
  list.items.push(inner)
  return inner
}

interface Piece {
  /** Whether a list begins before it. */
  readonly opens: boolean
  /** Undefined for a hyphen at the end. */
  readonly item: Item | undefined
}

const TOKEN = /[0-9]+|[^0-9.-]+|[.-]/g

function pieces(version: string): readonly Piece[] {
  const tokens = version.match(TOKEN) ?? []
  return tokens.flatMap((token, at) => pieceOf(token, tokens[at - 1], tokens[at + 1]))
}

function pieceOf(
  token: string,
  before: string | undefined,
  after: string | undefined,
): readonly Piece[] {
  const isAfterSeparator = before === undefined || isSeparator(before)
  if (isSeparator(token)) {
    // Nothing between two separators is a 0.
    const zero = isAfterSeparator ? [{ opens: false, item: ZERO }] : []
    return token === '-' ? [...zero, { opens: true, item: undefined }] : zero
  }
  if (isDigits(token)) {
    return [{ opens: !isAfterSeparator, item: { kind: 'number', digits: token } }]
  }
  const isBeforeDigit = after !== undefined && isDigits(after)
  // .X counts as -X before a number and at the end.
  const opens = !isAfterSeparator || isBeforeDigit || after === undefined
  const short = isBeforeDigit ? SHORT[token] : undefined
  return [{ opens, item: { kind: 'word', word: short ?? ALIASES[token] ?? token } }]
}

function isSeparator(token: string): boolean {
  return token === '.' || token === '-'
}

const ZERO: Item = { kind: 'number', digits: '0' }
const SHORT: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' }
const ALIASES: Readonly<Record<string, string>> = { cr: 'rc' }
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']
const RELEASES = ['', 'final', 'ga', 'release']

// What says nothing is left out, from the end to the last item that says something: 1.0.0-rc is 1-rc.
function normalize(items: Item[]): void {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]
    if (item === undefined) continue
    if (isEmpty(item)) items.splice(at, 1)
    else if (item.kind !== 'list') return
  }
}

function isEmpty(item: Item): boolean {
  switch (item.kind) {
    case 'number':
      return /^0*$/.test(item.digits)
    case 'word':
      return RELEASES.includes(item.word)
    case 'list':
      return item.items.length === 0
  }
}

// A word comes before a list, a list before a number: 1.any < 1-1 < 1.1.
const RANKS = { word: 0, list: 1, number: 2 } as const

function compare(one: Item, other: Item): number {
  if (one.kind === 'list' && other.kind === 'list') return compareLists(one.items, other.items)
  if (one.kind === 'number' && other.kind === 'number') {
    return compareDigits(one.digits, other.digits)
  }
  if (one.kind === 'word' && other.kind === 'word') {
    return compareText(rankText(one.word), rankText(other.word))
  }
  return RANKS[one.kind] - RANKS[other.kind]
}

function compareLists(one: readonly Item[], other: readonly Item[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const left = one[at]
    const right = other[at]
    const order =
      left === undefined ? -toEnd(right) : right === undefined ? toEnd(left) : compare(left, right)
    if (order !== 0) return order
  }
  return 0
}

// How an item stands to the end of a version.
function toEnd(item: Item | undefined): number {
  switch (item?.kind) {
    case undefined:
      return 0
    case 'number':
      return isEmpty(item) ? 0 : 1
    case 'word':
      return compareText(rankText(item.word), rankText(''))
    case 'list':
      return item.items.map(toEnd).find((order) => order !== 0) ?? 0
  }
}

// Known qualifiers in their order, then all others by their letters.
function rankText(word: string): string {
  const known = QUALIFIERS.indexOf(RELEASES.includes(word) ? '' : word)
  return known === -1 ? `${QUALIFIERS.length}-${word}` : `${known}`
}
