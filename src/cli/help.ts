import { wrap } from '../report/text/columns.ts'
import { COMMANDS, EXIT_CODES, type CommandSpec, type FlagSpec } from './commands.data.ts'

/** The help of all commands together. */
export function overallHelp(width: number): string {
  const commands = Object.values(COMMANDS).map(({ name, operands, tells }): Row => [
    `${name} ${operands}`.trimEnd(),
    tells,
  ])
  const codes = EXIT_CODES.map(({ code, means }): Row => [String(code), means])
  return textOf([
    ...wrap(OPENING, width),
    ...section(
      'Usage',
      [['portolan COMMAND [FLAGS]', 'portolan COMMAND --help tells the flags']],
      width,
    ),
    ...section('Commands', commands, width),
    ...section('Exit codes', codes, width),
  ])
}

const OPENING =
  'Portolan charts a Kubernetes estate: how bad it is, what to do first, whose move it is. ' +
  'A scan only reads, and nothing leaves this machine.'

/** The help of one command. */
export function commandHelp(spec: CommandSpec, width: number): string {
  const usage = ['portolan', spec.name, spec.operands].filter((word) => word !== '').join(' ')
  const examples = spec.examples.map(({ line, tells }): Row => [line, tells])
  return textOf([
    `${usage} [FLAGS]`,
    ...wrap(`${capital(spec.tells)}.`, width - 2).map((line) => `  ${line}`),
    ...section('Flags', spec.flags.map(flagRow), width),
    ...section('Examples', examples, width),
  ])
}

type Row = readonly [left: string, right: string]

// A longer left side has its text on the next line.
const LONGEST_LEFT = 34

function section(title: string, rows: readonly Row[], width: number): readonly string[] {
  if (rows.length === 0) return []
  const lefts = rows.map(([left]) => left.length).filter((length) => length <= LONGEST_LEFT)
  const column = Math.max(0, ...lefts) + 4
  return ['', title, ...rows.flatMap((row) => rowLines(row, column, width))]
}

function rowLines([left, right]: Row, column: number, width: number): readonly string[] {
  const lines = wrap(right, Math.max(20, width - column))
  const [first = '', ...rest] = lines
  const indent = ' '.repeat(column)
  const start = `  ${left}`
  if (start.length + 2 > column && first !== '') {
    return [start, ...lines.map((line) => indent + line)]
  }
  return [(start.padEnd(column) + first).trimEnd(), ...rest.map((line) => indent + line)]
}

function flagRow({ long, short, value, many, tells }: FlagSpec): Row {
  const names = short === undefined ? `    ${long}` : `${short}, ${long}`
  const left = value === undefined ? names : `${names} ${value.name}`
  const kind = value?.kind
  const words = typeof kind === 'object' ? `: ${kind.join(', ')}` : ''
  return [left, `${tells}${many === true ? ' (repeatable)' : ''}${words}`]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
