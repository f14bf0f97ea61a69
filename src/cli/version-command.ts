import { EXIT } from '../app/outcome.ts'
import { knowledge } from '../app/rule-list.ts'
import { COMMANDS, LIST_FORMATS } from './commands.data.ts'
import type { Command } from './host.ts'
import { wordOf } from './read-flags.ts'
import { refuse } from './tell-fault.ts'
import { VERSION } from './version.ts'
import { parseWords } from './words.ts'

/** `portolan version` with flags; without any, the entry answers by itself. */
export const versionCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.version, argv)
  if (!words.ok) return refuse(words.fault, host)
  const format = wordOf(words.value, '--format', LIST_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const facts = { version: VERSION, node: process.versions.node, ...knowledge() }
  host.out(format.value === 'json' ? `${JSON.stringify(facts)}\n` : `portolan ${VERSION}\n`)
  return EXIT.fine
}
