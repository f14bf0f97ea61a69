import { compareDigits } from './digits.ts'

/** The order of Alpine, Wolfi and Chainguard; undefined when one of the two is empty. Source: apk-tools 2.14. */
export function compareAlpine(one: string, other: string): number | undefined {
  if (one === '' || other === '') return undefined
  const left = tokens(one)
  const right = tokens(other)
  for (let at = 0; ; at++) {
    const a = left[at] ?? END
    const b = right[at] ?? END
    if (a.kind !== b.kind) return compareKinds(a, b)
    const order = compareValues(a, b)
    if (order !== 0 || a.kind === 'end' || a.kind === 'invalid') return order
  }
}

type Kind = 'digits' | 'letter' | 'suffix' | 'suffixNumber' | 'revision' | 'end' | 'invalid'

interface Token {
  readonly kind: Kind
  /** Digits, a letter, or the name of a suffix. */
  readonly value: string
}

const END: Token = { kind: 'end', value: '' }
const INVALID: Token = { kind: 'invalid', value: '' }

// Before the release, and after it; in their order.
const BEFORE = ['alpha', 'beta', 'pre', 'rc']
const AFTER = ['cvs', 'svn', 'git', 'hg', 'p']
const SUFFIX = /_(alpha|beta|pre|rc|cvs|svn|git|hg|p)/

function tokens(text: string): readonly Token[] {
  const found: Token[] = []
  const first = take(/[0-9]*/, text, 0)
  found.push({ kind: 'digits', value: first })
  let at = first.length
  while (at < text.length) {
    const step = next(text, at, found.at(-1)?.kind ?? 'digits')
    found.push(...step.tokens)
    if (step.length === 0) return [...found, INVALID]
    at += step.length
  }
  return found
}

interface Step {
  readonly tokens: readonly Token[]
  /** 0 when what stands here does not belong to a version. */
  readonly length: number
}

const NOTHING: Step = { tokens: [], length: 0 }

function next(text: string, at: number, after: Kind): Step {
  const isNumber = after === 'digits'
  const sign = text[at] ?? ''
  if (sign === '.' && isNumber) return number(text, at)
  if (/[a-z]/.test(sign) && isNumber) {
    return { tokens: [{ kind: 'letter', value: sign }], length: 1 }
  }
  if (/[0-9]/.test(sign) && after === 'letter') return digits('digits', text, at)
  if (/[0-9]/.test(sign) && after === 'suffix') return digits('suffixNumber', text, at)
  if (sign === '_') return suffix(text, at)
  return after === 'revision' ? NOTHING : revision(text, at)
}

// Zeros in front make a number a fraction: 1.05 comes before 1.1.
function number(text: string, at: number): Step {
  const zeros = take(/0*/, text, at + 1)
  const rest = take(/[0-9]*/, text, at + 1 + zeros.length)
  const length = 1 + zeros.length + rest.length
  if (zeros === '') return { tokens: [{ kind: 'digits', value: rest }], length }
  const leading: Token = { kind: 'digits', value: `-${zeros.length}` }
  return { tokens: rest === '' ? [leading] : [leading, { kind: 'digits', value: rest }], length }
}

function digits(kind: Kind, text: string, at: number): Step {
  const value = take(/[0-9]+/, text, at)
  return { tokens: [{ kind, value }], length: value.length }
}

function suffix(text: string, at: number): Step {
  const word = take(SUFFIX, text, at)
  return word === ''
    ? NOTHING
    : { tokens: [{ kind: 'suffix', value: word.slice(1) }], length: word.length }
}

function revision(text: string, at: number): Step {
  const word = take(/-r[0-9]*(?![a-z])/, text, at)
  return word === ''
    ? NOTHING
    : { tokens: [{ kind: 'revision', value: word.slice(2) }], length: word.length }
}

function take(pattern: RegExp, text: string, at: number): string {
  const sticky = new RegExp(pattern.source, 'y')
  sticky.lastIndex = at
  return sticky.exec(text)?.[0] ?? ''
}

function compareValues(one: Token, other: Token): number {
  if (one.kind === 'letter') return one.value.charCodeAt(0) - other.value.charCodeAt(0)
  if (one.kind === 'suffix') return suffixRank(one.value) - suffixRank(other.value)
  return compareSigned(one.value, other.value)
}

function compareSigned(one: string, other: string): number {
  const isLeftNegative = one.startsWith('-')
  const isRightNegative = other.startsWith('-')
  if (isLeftNegative !== isRightNegative) return isLeftNegative ? -1 : 1
  if (isLeftNegative) return compareDigits(other.slice(1), one.slice(1))
  return compareDigits(one, other)
}

function suffixRank(name: string): number {
  return BEFORE.includes(name) ? BEFORE.indexOf(name) - BEFORE.length : AFTER.indexOf(name)
}

const ORDER: readonly Kind[] = [
  'digits',
  'letter',
  'suffix',
  'suffixNumber',
  'revision',
  'end',
  'invalid',
]

// Whoever goes on is later, unless it goes on with what comes before a release.
function compareKinds(one: Token, other: Token): number {
  if (isBefore(one)) return -1
  if (isBefore(other)) return 1
  return ORDER.indexOf(other.kind) - ORDER.indexOf(one.kind)
}

// So does a dot with no number behind it.
function isBefore({ kind, value }: Token): boolean {
  return kind === 'suffix' ? BEFORE.includes(value) : kind === 'digits' && value === ''
}
