import { SUBJECTS } from '../app/guide.ts'
import { EXIT } from '../app/outcome.ts'
import { listRules } from '../app/rule-list.ts'
import { choose } from '../app/vocabulary.ts'
import { COMMANDS, SHELLS } from './commands.data.ts'
import { bashCompletion } from './completion/bash.ts'
import { fishCompletion } from './completion/fish.ts'
import { commandChoices, type CommandChoice } from './completion/model.ts'
import { powershellCompletion } from './completion/powershell.ts'
import { zshCompletion } from './completion/zsh.ts'
import type { Command } from './host.ts'
import { refuse } from './tell-fault.ts'
import { parseWords } from './words.ts'

const SCRIPTS: Readonly<
  Record<(typeof SHELLS)[number], (commands: readonly CommandChoice[]) => string>
> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** `portolan completion`: prints the script that teaches a shell the commands, flags, rules and other words. */
export const completionCommand: Command = (argv, host) => {
  const words = parseWords(COMMANDS.completion, argv)
  if (!words.ok) return Promise.resolve(refuse(words.fault, host))
  const shell = choose('completion', SHELLS, words.value.operands[0] ?? '')
  if (!shell.ok) return Promise.resolve(refuse(shell.fault, host))
  const names = { rule: listRules([]).map(({ id }) => id), topic: SUBJECTS }
  host.out(SCRIPTS[shell.value](commandChoices(names)))
  return Promise.resolve(EXIT.fine)
}
