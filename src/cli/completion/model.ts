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

/** The command table with the ids of the rules put in, for the scripts of all shells. */
export function commandChoices(ruleIds: readonly string[]): readonly CommandChoice[] {
  return Object.values(COMMANDS).map(({ name, tells, flags, takes }) => ({
    name,
    tells,
    flags: flags.map((flag) => flagChoice(flag, ruleIds)),
    operands: choiceOf(takes, ruleIds),
  }))
}

function flagChoice(flag: FlagSpec, ruleIds: readonly string[]): FlagChoice {
  const { long, short, tells, many = false, value } = flag
  const choice = value === undefined ? undefined : choiceOf([value.kind], ruleIds)
  return { long, short, tells, many, value: choice }
}

function choiceOf(kinds: readonly ValueKind[], ruleIds: readonly string[]): Choice {
  return {
    words: kinds.flatMap((kind) =>
      kind === 'rule' ? ruleIds : typeof kind === 'object' ? kind : [],
    ),
    isPath: kinds.includes('path'),
  }
}
