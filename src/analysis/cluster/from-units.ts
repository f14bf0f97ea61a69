import { isComponentName } from '../../model/component.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { commandIn, wordsIn, type Command } from './commands.ts'
import type { Configuration } from './configuration.ts'
import { readFlags, type Word } from './flags.ts'
import { rancherPrograms } from './from-rancher.ts'

const RANCHER = ['k3s', 'rke2'] as const

/**
 * The programs that units of systemd start. What a file of a unit's folder of additions says goes before what the unit
 * says, and its variables are those of the unit.
 */
export function fromUnits(units: readonly Resource[]): readonly Configuration[] {
  return units.flatMap((unit) => {
    const family = units.filter(({ name }) => name === unit.name)
    // Another file of the same unit takes this command back.
    const isReplaced = family.some((other) => other !== unit && resets(other) && startsSome(other))
    if (isReplaced && !resets(unit)) return []
    return commandsOf(unit).flatMap((fields) => configurationsOf(unit, expand(fields, family)))
  })
}

function resets(unit: Resource): boolean {
  return unit.list('Service', 'resets').some(({ value }) => value === 'ExecStart')
}

function startsSome(unit: Resource): boolean {
  return commandsOf(unit).length > 0
}

function commandsOf(unit: Resource): readonly (readonly Field[])[] {
  return unit
    .list('Service', 'ExecStart')
    .map((_, index) => unit.list('Service', 'ExecStart', index))
    .filter((words) => words.length > 0)
}

// `$NAME` alone stands for all words of the variable, `${NAME}` for one.
function expand(fields: readonly Field[], family: readonly Resource[]): readonly Word[] {
  return wordsIn(fields).flatMap((word) => {
    const name = /^\$(?:\{(\w+)\}|(\w+))$/.exec(word.text)
    const variable = name && variableNamed(name[1] ?? name[2] ?? '', family)
    return variable ?? [word]
  })
}

function variableNamed(name: string, family: readonly Resource[]): readonly Word[] | undefined {
  const holder = family.findLast((unit) => unit.get('Service', 'Environment', name) !== undefined)
  return holder && wordsIn(holder.list('Service', 'Environment', name))
}

function configurationsOf(unit: Resource, words: readonly Word[]): readonly Configuration[] {
  const command = commandIn(words, RANCHER)
  if (command === undefined) return []
  if (isComponentName(command.program)) {
    const { written, unseen } = readFlags(command.program, command.words)
    const home = unit.at('Service', 'ExecStart')
    return [{ name: command.program, sources: [unit], written, unseen, home: () => home }]
  }
  return ofRancher(unit, command)
}

function ofRancher(unit: Resource, { program, words }: Command): readonly Configuration[] {
  const [role] = words
  if (role?.text !== 'server' && role?.text !== 'agent') return []
  const options = words.slice(1).flatMap((word, index) => {
    const flag = /^--?([a-z][\w-]*)(?:=([\s\S]*))?$/.exec(word.text)
    if (flag === null) return []
    const next = words[index + 2]?.text ?? '-'
    return [
      {
        name: flag[1] ?? '',
        value: flag[2] ?? (next.startsWith('-') ? true : next),
        place: word.place,
      },
    ]
  })
  return rancherPrograms(options, {
    installer: program === 'rke2' ? 'rke2' : 'k3s',
    isServer: role.text === 'server',
    owner: unit,
    home: () => unit.at('Service', 'ExecStart'),
  })
}
