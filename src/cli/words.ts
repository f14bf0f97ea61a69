import { Command as Parser, CommanderError, Option } from 'commander'
import { nearest } from '../app/nearest.ts'
import { misuse, oneOf } from '../app/usage.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { FOREIGN_FLAGS, type CommandSpec, type FlagSpec } from './commands.data.ts'

/** A command line, taken apart: what is no flag, and the values of each flag that was given. */
export interface Words {
  readonly operands: readonly string[]
  /** By long name; a switch that is on has an empty list of values. */
  readonly flags: ReadonlyMap<string, readonly string[]>
}

/** Takes the words after a command's name apart by its flags. Values are not looked at yet. */
export function parseWords(spec: CommandSpec, argv: readonly string[]): Result<Words> {
  const flags = new Map<string, readonly string[]>()
  const parser = parserOf(spec, flags)
  try {
    // Commander stops at the first flag it does not know; what follows would be taken for operands.
    const { operands, unknown } = parser.parseOptions([...argv])
    const [stranger] = unknown
    if (stranger !== undefined) return fail(unknownFlag(spec, stranger))
    return counted(spec, { operands, flags })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return fail(misfit(spec, error))
  }
}

function parserOf(spec: CommandSpec, flags: Map<string, readonly string[]>): Parser {
  const parser = new Parser(spec.name).helpOption(false).exitOverride()
  parser.configureOutput({ writeErr: () => {}, writeOut: () => {} })
  for (const flag of spec.flags) {
    parser.addOption(optionOf(flag))
    const event = `option:${flag.long.slice(2)}`
    parser.on(event, (value: unknown) => {
      const known = flag.many === true ? (flags.get(flag.long) ?? []) : []
      flags.set(flag.long, typeof value === 'string' ? [...known, value] : known)
    })
  }
  return parser
}

function optionOf({ long, short, value }: FlagSpec): Option {
  const names = short === undefined ? long : `${short}, ${long}`
  return new Option(value === undefined ? names : `${names} <${value.name}>`)
}

function counted(spec: CommandSpec, words: Words): Result<Words> {
  const { operands } = words
  const command = `portolan ${spec.name}`
  if (operands.length < spec.least) {
    // What stands in brackets may be left out.
    const missing = spec.operands.replaceAll(/ *\[[^\]]{1,100}\]/g, '')
    return fail(misuse(command, `${missing} is missing.`, usage(spec)))
  }
  const extra = operands[spec.most]
  if (extra === undefined) return succeed(words)
  return fail(misuse(command, `It is not clear what "${extra}" is for.`, usage(spec)))
}

function usage(spec: CommandSpec): string {
  return `portolan ${spec.name} --help tells how it is used.`
}

function unknownFlag(spec: CommandSpec, word: string): Fault {
  const flag = word.split('=')[0] ?? word
  const names = spec.flags.flatMap(({ long, short }) =>
    short === undefined ? [long] : [long, short],
  )
  if (flag !== word && names.includes(flag)) {
    return misuse(flag, `${flag} is a switch and takes no value.`, usage(spec))
  }
  const ours = FOREIGN_FLAGS.get(flag) ?? nearest(flag, names)
  const hint = ours === undefined ? '' : `Did you mean ${ours}? `
  return misuse(flag, `portolan ${spec.name} has no flag ${flag}.`, hint + usage(spec))
}

// What is left to Commander to refuse: a flag without the value it needs, a switch with one.
function misfit(spec: CommandSpec, { message }: CommanderError): Fault {
  const long = /--[\w-]+/.exec(message)?.[0] ?? ''
  const flag = spec.flags.find((known) => known.long === long)
  const kind = flag?.value?.kind
  const values = typeof kind === 'object' ? `It takes ${oneOf(kind)}. ` : ''
  return misuse(long, `${long} needs a value: ${flag?.value?.name ?? ''}.`, values + usage(spec))
}
