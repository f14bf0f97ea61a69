import { bytesOf } from './bytes.ts'
import { printed, quoted } from './go-format.ts'
import { floatBy } from './go-number.ts'
import { give } from './trouble.ts'
import { isDict, isList, sortedKeys, typeOf, type Value } from './value.ts'

interface Directive {
  readonly flags: string
  readonly width: number | undefined
  readonly precision: number | undefined
  readonly verb: string
}

// A width is foreign input: it must not fill the memory.
const MAX_WIDTH = 100_000
const DIRECTIVE = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d*))?([^])?/gu

/** Writes `values` into `format` as Go's Sprintf does, its complaints (`%!d(string=x)`) included. */
export function formatBy(format: string, values: readonly Value[]): string {
  let next = 0
  const number = (text: string | undefined): number | undefined => {
    if (text === undefined) return undefined
    const size = text === '*' ? Number(values[next++]) : Number(text)
    if (size > MAX_WIDTH) give(`printf is asked for ${size} characters`)
    return Number.isNaN(size) ? undefined : size
  }
  const text = format.replaceAll(DIRECTIVE, (_, ...parts: readonly (string | undefined)[]) => {
    const [flags = '', wide, precise, verb] = parts
    const width = number(wide)
    const precision = precise === '' ? 0 : number(precise)
    if (verb === undefined) return '%!(NOVERB)'
    if (verb === '%') return '%'
    if (next >= values.length) return `%!${verb}(MISSING)`
    const directive = { flags, width, precision, verb }
    return padded(formatted(directive, values[next++] ?? null), directive)
  })
  if (next >= values.length) return text
  const extra = values
    .slice(next)
    .map((value) => (value === null ? '<nil>' : `${goType(value)}=${printed(value)}`))
  return `${text}%!(EXTRA ${extra.join(', ')})`
}

function goType(value: Value): string {
  return typeof value === 'bigint' ? 'int' : typeOf(value)
}

function formatted(directive: Directive, value: Value): string {
  const { verb } = directive
  if (verb === 'T') return goType(value)
  if (verb === 'v') return printedBy(directive, value)
  if (value === null) return `%!${verb}(<nil>)`
  if (isList(value)) return `[${value.map((member) => formatted(directive, member)).join(' ')}]`
  if (isDict(value)) {
    const members = sortedKeys(value).map(
      (key) => `${formatted(directive, key)}:${formatted(directive, value.get(key) ?? null)}`,
    )
    return `map[${members.join(' ')}]`
  }
  return scalar(directive, value) ?? `%!${verb}(${goType(value)}=${printed(value)})`
}

function printedBy(directive: Directive, value: Value): string {
  if (directive.flags.includes('#') && typeof value === 'string') return quoted(value)
  if (typeof value === 'bigint' || typeof value === 'number') {
    return signed(directive, printed(value))
  }
  return printed(value)
}

function scalar(directive: Directive, value: Value): string | undefined {
  switch (typeof value) {
    case 'string':
      return textBy(directive, value)
    case 'bigint':
      return integerBy(directive, value)
    case 'number':
      return 'eEfFgG'.includes(directive.verb)
        ? signed(directive, floatBy(directive.verb, value, directive.precision))
        : undefined
    case 'boolean':
      return directive.verb === 't' ? String(value) : undefined
    default:
      return directive.verb === 's' ? printed(value) : undefined
  }
}

function textBy({ verb, precision, flags }: Directive, value: string): string | undefined {
  const text = precision === undefined ? value : Array.from(value).slice(0, precision).join('')
  switch (verb) {
    case 's':
      return text
    case 'q':
      return flags.includes('#') && !text.includes('`') ? `\`${text}\`` : quoted(text)
    case 'x':
      return bytesOf(text).toString('hex')
    case 'X':
      return bytesOf(text).toString('hex').toUpperCase()
    default:
      return undefined
  }
}

const BASES: ReadonlyMap<string, number> = new Map([
  ['d', 10],
  ['b', 2],
  ['o', 8],
  ['O', 8],
  ['x', 16],
  ['X', 16],
])

function integerBy(directive: Directive, value: bigint): string | undefined {
  const { verb, flags } = directive
  const base = BASES.get(verb)
  if (base !== undefined) {
    const prefix = verb === 'O' ? '0o' : flags.includes('#') ? (PREFIXES.get(verb) ?? '') : ''
    const digits = (value < 0n ? -value : value).toString(base)
    const text = `${value < 0n ? '-' : ''}${prefix}${verb === 'X' ? digits.toUpperCase() : digits}`
    return signed(directive, text)
  }
  const code = Number(value)
  const isCharacter = code >= 0 && code <= 0x10ffff
  if (verb === 'c') return String.fromCodePoint(isCharacter ? code : 0xfffd)
  if (verb === 'U') return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return verb === 'q' ? `'${String.fromCodePoint(isCharacter ? code : 0xfffd)}'` : undefined
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['x', '0x'],
  ['X', '0X'],
  ['o', '0'],
  ['b', '0b'],
])

function signed({ flags }: Directive, text: string): string {
  if (text.startsWith('-') || text.startsWith('+')) return text
  if (flags.includes('+')) return `+${text}`
  return flags.includes(' ') ? ` ${text}` : text
}

function padded(text: string, { flags, width, verb }: Directive): string {
  const size = Math.abs(width ?? 0)
  const missing = size - Array.from(text).length
  if (missing <= 0) return text
  if (flags.includes('-') || (width ?? 0) < 0) return text + ' '.repeat(missing)
  if (!flags.includes('0') || 'sqvT'.includes(verb)) return ' '.repeat(missing) + text
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  return sign + '0'.repeat(missing) + text.slice(sign.length)
}
