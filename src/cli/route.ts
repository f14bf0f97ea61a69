import type { Command, Host } from './host.ts'
import { VERSION } from './version.ts'

// Each is a chunk of its own, so that a command pays for itself alone.
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['scan', async () => (await import('./scan-command.ts')).scanCommand],
  ['init', async () => (await import('./init-command.ts')).initCommand],
  ['fix', async () => (await import('./fix-command.ts')).fixCommand],
  ['baseline', async () => (await import('./baseline-command.ts')).baselineCommand],
  ['diff', async () => (await import('./diff-command.ts')).diffCommand],
  ['explain', async () => (await import('./explain-command.ts')).explainCommand],
  ['guide', async () => (await import('./guide-command.ts')).guideCommand],
  ['rules', async () => (await import('./rules-command.ts')).rulesCommand],
  ['compliance', async () => (await import('./compliance-command.ts')).complianceCommand],
  ['lift', async () => (await import('./lift-command.ts')).liftCommand],
  ['report', async () => (await import('./report-command.ts')).reportCommand],
  ['poster', async () => (await import('./poster-command.ts')).posterCommand],
  ['reach', async () => (await import('./reach-command.ts')).reachCommand],
  ['map', async () => (await import('./map-command.ts')).mapCommand],
  [
    'responsibility',
    async () => (await import('./responsibility-command.ts')).responsibilityCommand,
  ],
  ['questions', async () => (await import('./questions-command.ts')).questionsCommand],
  ['packages', async () => (await import('./packages-command.ts')).packagesCommand],
  ['sbom', async () => (await import('./sbom-command.ts')).sbomCommand],
  ['db', async () => (await import('./db-command.ts')).dbCommand],
  ['render', async () => (await import('./render-command.ts')).renderCommand],
  ['version', async () => (await import('./version-command.ts')).versionCommand],
  ['completion', async () => (await import('./completion-command.ts')).completionCommand],
])

const VERSION_WORDS = ['version', '--version', '-V']

// A mistake of ours leaves something unexamined: the code of an incomplete run.
const EXIT_OWN_MISTAKE = 3

/** Runs what the words ask for and gives the exit code. Throws nothing: our own mistakes end here, as a message. */
export async function route(words: readonly string[], host: Host): Promise<number> {
  const [name = '', ...argv] = words
  try {
    if (argv.length === 0 && VERSION_WORDS.includes(name)) {
      host.out(`portolan ${VERSION}\n`)
      return 0
    }
    const command = await COMMANDS.get(name)?.()
    // Help is for whoever asks, and for every word that is no command.
    if (command === undefined || asksForHelp(argv)) {
      const { helpCommand } = await import('./help-command.ts')
      return await helpCommand(words, host)
    }
    return await command(argv, host)
  } catch (error) {
    host.err(mistake(error, host))
    return EXIT_OWN_MISTAKE
  }
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const flags = end === -1 ? argv : argv.slice(0, end)
  return flags.includes('--help') || flags.includes('-h')
}

function mistake(error: unknown, { env }: Host): string {
  const isWanted = (env['PORTOLAN_DEBUG'] ?? '') !== ''
  const told = error instanceof Error ? error : new Error(String(error))
  return [
    `error: Portolan made a mistake of its own, so nothing is known to be clean: ${told.message}`,
    isWanted
      ? `  ${told.stack ?? 'no stack'}`
      : '  PORTOLAN_DEBUG=1 tells where. Please report it with that, and with what portolan version says.',
    '',
  ].join('\n')
}
