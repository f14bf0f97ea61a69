import { COMMANDS, type FlagSpec, type ValueKind } from '../commands.data.ts'

/** What can stand in some position: words, a path, or something that cannot be known. */
export interface Choice {
  readonly words: readonly string[]
  readonly isPath: boolean
}

/** A flag as a shell offers it. */
export interface FlagChoice {
  readonly long: string
  readonly short: string | undefined
  readonly tells: string
  readonly many: boolean
  /** Undefined for a switch. */
  readonly value: Choice | undefined
}

/** A command as a shell offers it. */
export interface CommandChoice {
  readonly name: string
  readonly tells: string
  readonly flags: readonly FlagChoice[]
  readonly operands: Choice
}

/** The words that the catalogue knows: ids of rules, names of stops and topics. */
export interface Names {
  readonly rule: readonly string[]
  readonly topic: readonly string[]
}

/** The command table with the names of the catalogue put in, for the scripts of all shells. */
export function commandChoices(names: Names): readonly CommandChoice[] {
  return Object.values(COMMANDS).map(({ name, tells, flags, takes }) => ({
    name,
    tells,
    flags: flags.map((flag) => flagChoice(flag, names)),
    operands: choiceOf(takes, names),
  }))
}

function flagChoice(flag: FlagSpec, names: Names): FlagChoice {
  const { long, short, tells, many = false, value } = flag
  const choice = value === undefined ? undefined : choiceOf([value.kind], names)
  return { long, short, tells, many, value: choice }
}

function choiceOf(kinds: readonly ValueKind[], names: Names): Choice {
  return {
    words: kinds.flatMap((kind) => wordsOf(kind, names)),
    isPath: kinds.includes('path'),
  }
}

function wordsOf(kind: ValueKind, names: Names): readonly string[] {
  if (kind === 'rule' || kind === 'topic') return names[kind]
  return typeof kind === 'object' ? kind : []
}
