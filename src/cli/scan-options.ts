import type { Config } from '../app/config/load-config.ts'
import { ownersOf } from '../app/owners.ts'
import type { Showing } from '../app/report-run.ts'
import type { ScanRequest } from '../app/scan.ts'
import { misuse } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { formatOf } from '../report/formats.ts'
import { COMMANDS } from './commands.data.ts'
import { baselineOf, configured, gateOf, type Configured } from './configured.ts'
import { selectionOf, type EstateOptions } from './estate-options.ts'
import type { Host } from './host.ts'
import { lookOf } from './look.ts'
import { outputsOf, type Output } from './outputs.ts'
import { isOn, wordOf } from './read-flags.ts'
import type { Look } from './style.ts'
import { parseWords, type Words } from './words.ts'

/** What a scan was told, checked as far as it can be without reading anything. */
export interface ScanOptions extends Pick<ScanRequest, 'selection' | 'gate' | 'baseline'> {
  readonly words: Words
  readonly config: Config
  readonly judging: Configured['judging']
  readonly targets: readonly string[]
  readonly estate: EstateOptions
  readonly outputs: readonly Output[]
  readonly look: Look
  readonly showing: Pick<Showing, 'persona' | 'severity' | 'verbose' | 'ownerOf'>
  readonly isQuiet: boolean
}

/** Reads the words after `portolan scan`, and the configuration for what they leave open. */
export function scanOptions(argv: readonly string[], host: Host): Result<ScanOptions> {
  const parsed = parseWords(COMMANDS.scan, argv)
  if (!parsed.ok) return parsed
  const words = parsed.value
  const known = configured(words, words.operands, host)
  if (!known.ok) return known
  const { config, targets, estate, judging } = known.value
  const owners = ownersOf(config, host.workingFolder)
  if (!owners.ok) return owners
  const outputs = outputsOr(words, config, host)
  if (!outputs.ok) return outputs
  const selection = selectionOf(words)
  if (!selection.ok) return selection
  const gate = gateOf(words, config, 'high')
  if (!gate.ok) return gate
  const showing = showingOf(words)
  if (!showing.ok) return showing
  const look = lookOf(words)
  if (!look.ok) return look
  return succeed({
    words,
    config,
    targets,
    estate,
    selection: selection.value,
    gate: gate.value,
    baseline: baselineOf(words, config),
    judging,
    outputs: outputs.value,
    look: look.value,
    showing: { ...showing.value, ownerOf: owners.value },
    isQuiet: isOn(words, '--quiet'),
  })
}

// What the command line says of reports stands in place of what the configuration says.
function outputsOr(words: Words, { values }: Config, host: Host): Result<readonly Output[]> {
  const isTold = ['--format', '--output', '--quiet'].some((flag) => words.flags.has(flag))
  const own = outputsOf(words)
  if (isTold || values.outputs === undefined || !own.ok) return own
  const outputs = [...own.value]
  for (const { format: name, file: typed } of values.outputs) {
    const format = formatOf(name)
    const file = typed.startsWith('$') ? host.env[typed.replaceAll(/[${}]/g, '')] : typed
    if (format === undefined || file === undefined || file === '') return fail(unset(typed))
    outputs.push({ format, file })
  }
  return succeed(outputs)
}

function unset(name: string): Fault {
  const message = `The configuration writes a report to ${name}, which is not set here.`
  return misuse('outputs', message, `Set ${name}, or say where reports go with --format.`)
}

function showingOf(words: Words): Result<ScanOptions['showing']> {
  const persona = wordOf(words, '--persona', VOCABULARY.persona)
  if (!persona.ok) return persona
  const severity = wordOf(words, '--severity', VOCABULARY.severity)
  if (!severity.ok) return severity
  return succeed({
    persona: persona.value,
    severity: severity.value,
    verbose: isOn(words, '--verbose'),
  })
}
