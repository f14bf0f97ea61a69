import { printable } from './printable.ts'
import type { Run } from './report.ts'
import type { Action } from './told.ts'

/** What to type for an action, with the targets of this run: what `portolan fix` mends is what was scanned. */
export function commandOf(action: Action, run: Run): string {
  if (!action.command.startsWith('portolan fix ')) return action.command
  // What came through a pipe cannot be written back.
  if (run.targets.includes('-')) return `portolan explain ${action.rule.id}`
  return [action.command, ...targetWords(run.targets)].join(' ')
}

/** The targets as a shell takes them; none for the working folder, which needs no name. */
export function targetWords(targets: readonly string[]): readonly string[] {
  if (targets.every((target) => target === '.')) return []
  const words = targets.map(shellWord)
  return words.join(' ').length > LONGEST_TARGETS || words.includes(undefined)
    ? ['TARGET...']
    : words.filter((word) => word !== undefined)
}

// A command that fills lines is not typed; then the reader names the targets himself.
const LONGEST_TARGETS = 60

function shellWord(text: string): string | undefined {
  if (printable(text) !== text) return undefined
  const word = text.startsWith('-') ? `./${text}` : text
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
