/** A line of a file, written otherwise. `isNarrow` tells that nothing but the token at the column was touched. */
export interface Alteration {
  readonly text: string
  readonly isNarrow: boolean
}

/** A place as reports name it, line and column from 1. */
export interface Named {
  readonly line: number
  readonly column: number
}

/**
 * What can be written in the place of the token that is named, one after the other: another value, another key, and at
 * last nothing. It knows lines and quotes, and no YAML, HCL or template: what a reader got wrong it does not repeat.
 */
export function alterationsAt(text: string, { line, column }: Named): readonly Alteration[] {
  const lines = text.split('\n')
  const whole = lines[line - 1]
  if (whole === undefined) return []
  const head = whole.slice(0, column - 1)
  const tail = whole.slice(column - 1)
  const put = (written: string, isNarrow: boolean): Alteration => ({
    text: lines.with(line - 1, head + written).join('\n'),
    isNarrow,
  })
  return [
    ...otherTails(tail).map((written) => put(written, true)),
    ...withChild(lines, line).map((written) => ({ text: written, isNarrow: true })),
    { text: withoutBlock(lines, line), isNarrow: false },
    { text: lines.toSpliced(line - 1, 1).join('\n'), isNarrow: false },
  ]
}

// `key: value`, `key = value`, `"key": value`, `- value`, or a value alone.
const PAIR = /^((?:- )*(?:"[^"]*"|'[^']*'|[\w.$/-]+)\s*[:=] *)(.*)$/s
const BLOCK = /^([\w-]+)((?:\s+"[^"]*")*\s*\{.*)$/s

function otherTails(tail: string): readonly string[] {
  const block = BLOCK.exec(tail)
  if (block !== null) return [`${block[1] ?? ''}zz${block[2] ?? ''}`]
  const pair = PAIR.exec(tail)
  if (pair === null) return otherValues(tail)
  const [, key = '', value = ''] = pair
  const values = otherValues(value).map((written) => key + written)
  return [...values, renamed(tail)]
}

function renamed(tail: string): string {
  return tail.replace(/^((?:- )*["']?[\w.$/-]+)/, '$1zz')
}

function otherValues(value: string): readonly string[] {
  const end = endOfValue(value)
  const old = value.slice(0, end)
  if (old.trim() === '') return []
  return REPLACEMENTS.filter((written) => written !== old).map(
    (written) => written + value.slice(end),
  )
}

const REPLACEMENTS = ['"zzz"', '4242', 'true', 'false', '["zzz"]', '"4243"', '{zzz: 1}'] as const

// A value ends with its quote or bracket, else with the line or what closes around it.
function endOfValue(value: string): number {
  if (value.startsWith('{{')) return value.endsWith('}}') ? value.length : value.indexOf('}}') + 2
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.exec(value)
  if (quoted !== null) return quoted[0].length
  if (/^[[{]/.test(value)) return closingOf(value)
  const plain = /^[^,\]}#]*/.exec(value.includes('{{') ? '' : value)
  return plain === null || plain[0] === '' ? value.length : plain[0].trimEnd().length
}

function closingOf(value: string): number {
  let depth = 0
  for (let at = 0; at < value.length; at++) {
    if ('[{'.includes(value[at] ?? '')) depth++
    if (']}'.includes(value[at] ?? '') && --depth === 0) return at + 1
  }
  return value.length
}

// A line that opens a block gets one more member.
function withChild(lines: readonly string[], line: number): readonly string[] {
  const opening = lines[line - 1] ?? ''
  const indent = ' '.repeat(indentOf(opening) + 2)
  if (opening.trimEnd().endsWith('{'))
    return [lines.toSpliced(line, 0, `${indent}zz = "zzz"`).join('\n')]
  if (!opening.trimEnd().endsWith(':')) return []
  return [lines.toSpliced(line, 0, `${indent}zz: zzz`).join('\n')]
}

function withoutBlock(lines: readonly string[], line: number): string {
  const own = indentOf(lines[line - 1] ?? '')
  const after = lines.findIndex((each, at) => at >= line && indentOf(each) <= own)
  return lines.toSpliced(line - 1, (after === -1 ? lines.length : after) - line + 1).join('\n')
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
