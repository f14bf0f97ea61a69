import type { Choice, CommandChoice, FlagChoice } from './model.ts'

/** The completion script of fish. */
export function fishCompletion(commands: readonly CommandChoice[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c portolan -n __fish_use_subcommand -a ${command.name} -d ${quote(command.tells)}`,
    ...command.flags.map((flag) => flagLine(command.name, flag)),
    ...operandLines(command),
  ])
  return `# fish completion of portolan: portolan completion fish | source\ncomplete -c portolan -f\n${lines.join('\n')}\n`
}

function flagLine(command: string, { long, short, tells, value }: FlagChoice): string {
  const names = short === undefined ? [] : [`-s ${short.slice(1)}`]
  return [
    `complete -c portolan -n ${under(command)} -l ${long.slice(2)}`,
    ...names,
    ...valueWords(value),
    `-d ${quote(tells)}`,
  ].join(' ')
}

function valueWords(value: Choice | undefined): readonly string[] {
  if (value === undefined) return []
  if (value.isPath) return ['-r -F']
  return value.words.length === 0 ? ['-x'] : [`-x -a ${quote(value.words.join(' '))}`]
}

function operandLines({ name, operands }: CommandChoice): readonly string[] {
  const start = `complete -c portolan -n ${under(name)}`
  return [
    ...(operands.words.length === 0 ? [] : [`${start} -a ${quote(operands.words.join(' '))}`]),
    ...(operands.isPath ? [`${start} -F`] : []),
  ]
}

function under(command: string): string {
  return quote(`__fish_seen_subcommand_from ${command}`)
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, (char) => `\\${char}`)}'`
}
