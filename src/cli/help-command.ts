import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearest } from '../app/nearest.ts'
import { EXIT } from '../app/outcome.ts'
import { misuse } from '../app/usage.ts'
import type { Fault } from '../base/fault.ts'
import { COMMANDS, type CommandSpec } from './commands.data.ts'
import { commandHelp, overallHelp } from './help.ts'
import type { Command, Host } from './host.ts'
import { screenStyle } from './style.ts'
import { refuse } from './tell-fault.ts'

const HELP_WORDS = ['help', '--help', '-h']

/** `portolan help`, `--help` behind anything, and every word that is no command. */
export const helpCommand: Command = (words, host) => Promise.resolve(help(words, asTyped(host)))

// As a plugin of kubectl the program is called kubectl-portolan, and people type it with a space.
function asTyped(host: Host): Host {
  if (!host.program.startsWith('kubectl-')) return host
  const named = (text: string): string => text.replaceAll(/\bportolan(?= )/g, 'kubectl portolan')
  return { ...host, out: (text) => host.out(named(text)), err: (text) => host.err(named(text)) }
}

function help([first, second]: readonly string[], host: Host): number {
  const { width } = screenStyle({ color: 'never', ascii: false, width: undefined }, host)
  // A script whose command is an empty variable must not pass for a clean scan.
  if (first === undefined) {
    host.err(overallHelp(width))
    return EXIT.wrongUse
  }
  const name = HELP_WORDS.includes(first) ? second : first
  if (name === undefined || HELP_WORDS.includes(name)) {
    host.out(overallHelp(width))
    return EXIT.fine
  }
  const spec = specOf(name)
  if (spec === undefined) return refuse(noCommand(name, host), host)
  host.out(commandHelp(spec, width))
  return EXIT.fine
}

function specOf(name: string): CommandSpec | undefined {
  return Object.values(COMMANDS).find((spec) => spec.name === name)
}

function noCommand(word: string, { workingFolder }: Host): Fault {
  const list = 'portolan --help lists the commands.'
  if (word.startsWith('-')) {
    return misuse(word, `"${word}" cannot come first: flags stand behind a command.`, list)
  }
  const name = nearest(word, Object.keys(COMMANDS))
  const isPath = name === undefined && existsSync(resolve(workingFolder, word))
  const meant = isPath ? `scan ${word}` : name
  const hint = meant === undefined ? '' : `Did you mean portolan ${meant}? `
  return misuse(word, `There is no command "${word}".`, hint + list)
}
