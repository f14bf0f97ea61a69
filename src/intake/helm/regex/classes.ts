import type { Ranges } from './node.ts'

/** A set of characters, and where what describes it ends. */
export interface ParsedSet {
  readonly ranges: Ranges
  readonly isNegated: boolean
  readonly end: number
}

/** A decimal digit. */
export const DIGITS = /^\d$/

const DIGIT: Ranges = [[48, 57]]
const WORD: Ranges = [...DIGIT, [65, 90], [95, 95], [97, 122]]
const SPACE: Ranges = [
  [9, 10],
  [12, 13],
  [32, 32],
]
/** A line feed alone. */
export const NEWLINE: Ranges = [[10, 10]]
const LAST = 0x10ffff

const SHORT: ReadonlyMap<string, Ranges> = new Map([
  ['d', DIGIT],
  ['w', WORD],
  ['s', SPACE],
  ['D', inverted(DIGIT)],
  ['W', inverted(WORD)],
  ['S', inverted(SPACE)],
])

const NAMED: ReadonlyMap<string, Ranges> = new Map<string, Ranges>([
  ['alnum', [...DIGIT, [65, 90], [97, 122]]],
  [
    'alpha',
    [
      [65, 90],
      [97, 122],
    ],
  ],
  ['ascii', [[0, 127]]],
  [
    'blank',
    [
      [9, 9],
      [32, 32],
    ],
  ],
  [
    'cntrl',
    [
      [0, 31],
      [127, 127],
    ],
  ],
  ['digit', DIGIT],
  ['graph', [[33, 126]]],
  ['lower', [[97, 122]]],
  ['print', [[32, 126]]],
  [
    'punct',
    [
      [33, 47],
      [58, 64],
      [91, 96],
      [123, 126],
    ],
  ],
  [
    'space',
    [
      [9, 13],
      [32, 32],
    ],
  ],
  ['upper', [[65, 90]]],
  ['word', WORD],
  ['xdigit', [...DIGIT, [65, 70], [97, 102]]],
])

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['t', 9],
  ['n', 10],
  ['r', 13],
  ['v', 11],
])

function inverted(ranges: Ranges): Ranges {
  const result: (readonly [number, number])[] = []
  let next = 0
  for (const [first, last] of ranges.toSorted((one, other) => one[0] - other[0])) {
    if (first > next) result.push([next, first - 1])
    next = Math.max(next, last + 1)
  }
  return next <= LAST ? [...result, [next, LAST]] : result
}

/** Reads what stands behind a backslash at `at`; undefined for what RE2 does not know. */
export function parseEscapedSet(chars: readonly string[], at: number): ParsedSet | undefined {
  const char = chars[at] ?? ''
  const short = SHORT.get(char)
  if (short !== undefined) return { ranges: short, isNegated: false, end: at + 1 }
  if (char === 'p' || char === 'P') return property(chars, at, char === 'P')
  const code = parseCode(chars, at)
  return code && { ranges: [[code.code, code.code]], isNegated: false, end: code.end }
}

interface Code {
  readonly code: number
  readonly end: number
}

function parseCode(chars: readonly string[], at: number): Code | undefined {
  const char = chars[at] ?? ''
  const control = CONTROLS.get(char)
  if (control !== undefined) return { code: control, end: at + 1 }
  const rest = chars.slice(at, at + 12).join('')
  const hex = /^x(?:\{([\da-fA-F]{1,6})\}|([\da-fA-F]{2}))/.exec(rest)
  if (hex !== null) {
    return { code: Number.parseInt(hex[1] ?? hex[2] ?? '0', 16), end: at + hex[0].length }
  }
  const octal = /^0[0-7]{0,2}/.exec(rest)
  if (octal !== null) return { code: Number.parseInt(octal[0], 8), end: at + octal[0].length }
  if (char === '' || /[A-Za-z0-9]/.test(char)) return undefined
  return { code: char.codePointAt(0) ?? 0, end: at + 1 }
}

// Classes of Unicode are few and asked for rarely: their ranges are looked up one code point after the other, once.
const properties = new Map<string, Ranges>()

function property(chars: readonly string[], at: number, isNegated: boolean): ParsedSet | undefined {
  const rest = chars.slice(at + 1, at + 40).join('')
  const found = /^(?:\{(\^?)(\w+)\}|(\w))/.exec(rest)
  if (found === null) return undefined
  const ranges = rangesOf(found[2] ?? found[3] ?? '')
  if (ranges === undefined) return undefined
  const isInverted = isNegated !== (found[1] === '^')
  return {
    ranges: isInverted ? inverted(ranges) : ranges,
    isNegated: false,
    end: at + 1 + found[0].length,
  }
}

function rangesOf(name: string): Ranges | undefined {
  const known = properties.get(name)
  if (known !== undefined) return known
  const sign = signOf(name)
  if (sign === undefined) return undefined
  const ranges: (readonly [number, number])[] = []
  let start = -1
  for (let code = 0; code <= LAST + 1; code++) {
    const isIn = code <= LAST && sign.test(String.fromCodePoint(code))
    if (isIn && start === -1) start = code
    else if (!isIn && start !== -1) {
      ranges.push([start, code - 1])
      start = -1
    }
  }
  properties.set(name, ranges)
  return ranges
}

function signOf(name: string): RegExp | undefined {
  for (const form of [name, `Script=${name}`]) {
    try {
      return new RegExp(`^\\p{${form}}$`, 'u')
    } catch {
      // JavaScript knows categories and scripts by two forms; a name that is neither is refused by the caller.
      continue
    }
  }
  return undefined
}

/** Reads a class in brackets whose first character behind the bracket is at `from`. */
export function parseClass(chars: readonly string[], from: number): ParsedSet | undefined {
  const isNegated = chars[from] === '^'
  const start = isNegated ? from + 1 : from
  const ranges: (readonly [number, number])[] = []
  for (let at = start; at < chars.length;) {
    if (chars[at] === ']' && at > start) return { ranges, isNegated, end: at + 1 }
    const member = memberAt(chars, at)
    if (member === undefined) return undefined
    ranges.push(...member.ranges)
    at = member.end
  }
  return undefined
}

function memberAt(chars: readonly string[], at: number): Omit<ParsedSet, 'isNegated'> | undefined {
  const named = namedAt(chars, at)
  if (named !== undefined) return named
  if (chars[at] === '\\' && parseCode(chars, at + 1) === undefined) {
    return parseEscapedSet(chars, at + 1)
  }
  const first = codeAt(chars, at)
  if (first === undefined) return undefined
  const isRange = chars[first.end] === '-' && chars[first.end + 1] !== ']'
  if (!isRange) return { ranges: [[first.code, first.code]], end: first.end }
  const last = codeAt(chars, first.end + 1)
  if (last === undefined || last.code < first.code) return undefined
  return { ranges: [[first.code, last.code]], end: last.end }
}

function codeAt(chars: readonly string[], at: number): Code | undefined {
  const char = chars[at]
  if (char === undefined) return undefined
  return char === '\\' ? parseCode(chars, at + 1) : { code: char.codePointAt(0) ?? 0, end: at + 1 }
}

function namedAt(chars: readonly string[], at: number): Omit<ParsedSet, 'isNegated'> | undefined {
  if (chars[at] !== '[' || chars[at + 1] !== ':') return undefined
  const found = /^\[:(\^?)(\w+):\]/.exec(chars.slice(at, at + 14).join(''))
  const ranges = NAMED.get(found?.[2] ?? '')
  if (found === null || ranges === undefined) return undefined
  return { ranges: found[1] === '^' ? inverted(ranges) : ranges, end: at + found[0].length }
}
