import { EXIT } from '../app/outcome.ts'
import { loadPages } from '../app/pages.ts'
import { openReport, savedRun } from '../app/saved-report.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { succeed, type Result } from '../base/result.ts'
import type { Run } from '../report/report.ts'
import { COMMANDS } from './commands.data.ts'
import type { Command } from './host.ts'
import { lookOf } from './look.ts'
import { outputsOf, unwritable, type Output } from './outputs.ts'
import { isOn, wordOf } from './read-flags.ts'
import { readReport } from './read-report.ts'
import type { Look } from './style.ts'
import { refuse } from './tell-fault.ts'
import { parseWords } from './words.ts'
import { writeReport } from './write-report.ts'

/** `portolan report`: tells a saved report again. Its exit code says whether that succeeded, not how the estate is. */
export const reportCommand: Command = async (argv, host) => {
  const options = reportOptions(argv)
  if (!options.ok) return refuse(options.fault, host)
  const { file, outputs, persona, isVerbose, look } = options.value
  const obstacle = unwritable(outputs, host.workingFolder)
  if (obstacle !== undefined) return refuse(obstacle, host)
  const text = await readReport(file, host)
  if (text === undefined) return EXIT.interrupted
  if (!text.ok) return refuse(text.fault, host)
  const report = openReport(text.value, file === '-' ? 'standard input' : file)
  if (!report.ok) return refuse(report.fault, host)
  const reader = persona ?? report.value.run.persona
  const pages = needsPages(outputs, reader) ? await loadPages() : undefined
  const run = savedRun(report.value, { persona, verbose: isVerbose, pages })
  let exitCode: number = EXIT.fine
  for (const output of outputs) {
    const outcome = writeReport(output, report.value, run, { look, host })
    if (outcome === 'interrupted') return EXIT.interrupted
    if (outcome === 'failed') exitCode = EXIT.incomplete
  }
  return exitCode
}

interface ReportOptions {
  readonly file: string
  readonly outputs: readonly Output[]
  readonly persona: Run['persona']
  readonly isVerbose: boolean
  readonly look: Look
}

function reportOptions(argv: readonly string[]): Result<ReportOptions> {
  const words = parseWords(COMMANDS.report, argv)
  if (!words.ok) return words
  const outputs = outputsOf(words.value)
  if (!outputs.ok) return outputs
  const persona = wordOf(words.value, '--persona', VOCABULARY.persona)
  if (!persona.ok) return persona
  const look = lookOf(words.value)
  if (!look.ok) return look
  return succeed({
    file: words.value.operands[0] ?? '',
    outputs: outputs.value,
    persona: persona.value,
    isVerbose: isOn(words.value, '--verbose'),
    look: look.value,
  })
}

function needsPages(outputs: readonly Output[], persona: Run['persona']): boolean {
  return outputs.some(({ format }) => format.needsPages) || persona === 'boss' || persona === 'user'
}
