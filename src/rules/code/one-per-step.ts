import type { Command } from '../../analysis/dockerfiles/commands.ts'

/** The first of `commands` in each instruction, where one thing done would be enough for all of them. */
export function onePerStep(commands: readonly Command[]): readonly Command[] {
  const seen = new Set<Command['step']>()
  return commands.filter(({ step }) => {
    const isFirst = !seen.has(step)
    seen.add(step)
    return isFirst
  })
}
