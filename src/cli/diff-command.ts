import { resolve } from 'node:path'
import type { Config } from '../app/config/load-config.ts'
import { diff, type DiffRequest } from '../app/diff.ts'
import { misuse } from '../app/usage.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { DiffFormat, DiffRun } from '../report/diff/diff.ts'
import { diffFormatOf } from '../report/diff/formats.ts'
import { COMMANDS, DIFF_FORMATS } from './commands.data.ts'
import { configured, gateOf } from './configured.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { reportFault } from './outputs.ts'
import { pipeOf } from './pipe.ts'
import { isOn, valueOf, wordOf } from './read-flags.ts'
import { replaceFile } from './replace-file.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { fileStyle, screenStyle, type Look } from './style.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { tellOffStops } from './tell-off-stops.ts'
import { VERSION } from './version.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan diff`: what is new, gone and the same between two estates or saved runs. */
export const diffCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.diff, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = diffOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { request, isVerbose, config } = options.value
  if (asksForConfig(words.value))
    return showConfig('diff', words.value, { config, named: [] }, host)
  const readStdin = await pipeOf(words.value.operands, host)
  if (readStdin === undefined) return interrupted(host, 'known')
  const asked = { ...request, estate: { ...request.estate, readStdin } }
  const showing = { version: VERSION, verbose: isVerbose }
  const done = host.interruptible(() => diff(asked, showing))?.value
  if (done === undefined) return interrupted(host, 'known')
  if (!done.ok) return refuse(done.fault, host)
  tellOffStops(request, host)
  return report(done.value, options.value, host)
}

interface DiffOptions {
  readonly request: Omit<DiffRequest, 'estate'> & {
    readonly estate: Omit<DiffRequest['estate'], 'readStdin'>
  }
  readonly format: DiffFormat
  /** Standard output without one. */
  readonly file: string | undefined
  readonly look: Look
  readonly isVerbose: boolean
  readonly config: Config
}

function diffOptions(words: Words, host: Host): Result<DiffOptions> {
  const [old = '', now = ''] = words.operands
  if (old === '-' && now === '-') return fail(ONE_PIPE)
  const name = wordOf(words, '--format', DIFF_FORMATS)
  if (!name.ok) return name
  const format = diffFormatOf(name.value ?? 'text')
  if (format === undefined) throw new Error(`There is no format ${name.value}.`)
  const known = configured(words, [], host)
  if (!known.ok) return known
  const { config, estate, judging } = known.value
  const gate = gateOf(words, config, 'high')
  if (!gate.ok) return gate
  const look = lookOf(words)
  if (!look.ok) return look
  const { workingFolder } = host
  return succeed({
    request: {
      old,
      now,
      estate: { ...estate, workingFolder, today: host.today() },
      gate: gate.value,
      ...judging,
    },
    format,
    file: valueOf(words, '--output'),
    look: look.value,
    isVerbose: isOn(words, '--verbose'),
    config,
  })
}

const ONE_PIPE = misuse(
  'portolan diff',
  'Both sides cannot come through one pipe.',
  'Name a file or a folder for one of them.',
)

const STDOUT = '-'
const FIRST_FAULTS = 5

function report(run: DiffRun, { format, file, look, isVerbose }: DiffOptions, host: Host): number {
  tellFaults(run.faults, isVerbose ? Infinity : FIRST_FAULTS, host)
  if (file === undefined || file === STDOUT) {
    format.write(run, screenStyle(look, host), host.out)
    return run.exitCode
  }
  try {
    replaceFile(resolve(host.workingFolder, file), (out) => {
      format.write(run, fileStyle(look), out)
      return true
    })
    return run.exitCode
  } catch (error) {
    return refuse(reportFault(file, `the system says ${systemCode(error)}`), host)
  }
}
