import { loadConfig, type Config } from '../app/config/load-config.ts'
import { ownersOf } from '../app/owners.ts'
import type { Showing } from '../app/report-run.ts'
import type { ScanRequest } from '../app/scan.ts'
import { settingsOf, stopTerms, type Given, type Setting } from '../app/settings.ts'
import { misuse } from '../app/usage.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { formatOf } from '../report/formats.ts'
import { BASELINE_FILE } from './baseline-file.ts'
import { COMMANDS } from './commands.data.ts'
import { estateOptions, selectionOf, type EstateOptions } from './estate-options.ts'
import type { Host } from './host.ts'
import { lookOf } from './look.ts'
import { outputsOf, type Output } from './outputs.ts'
import { isOn, numberOf, valueOf, wordOf } from './read-flags.ts'
import type { Look } from './style.ts'
import { parseWords, type Words } from './words.ts'

/** What a scan was told, checked as far as it can be without reading anything. */
export interface ScanOptions extends Pick<
  ScanRequest,
  'selection' | 'gate' | 'baseline' | 'profile' | 'offStops'
> {
  readonly targets: readonly string[]
  readonly estate: EstateOptions
  readonly outputs: readonly Output[]
  readonly look: Look
  readonly showing: Pick<Showing, 'persona' | 'severity' | 'verbose' | 'ownerOf'>
  readonly isQuiet: boolean
  /** The values in force, when they are asked for instead of a scan. */
  readonly settings: readonly Setting[] | undefined
}

/** Reads the words after `portolan scan`, and the configuration for what they leave open. */
export function scanOptions(argv: readonly string[], host: Host): Result<ScanOptions> {
  const parsed = parseWords(COMMANDS.scan, argv)
  if (!parsed.ok) return parsed
  const words = parsed.value
  const config = loadConfig(valueOf(words, '--config'), host.workingFolder)
  if (!config.ok) return config
  const owners = ownersOf(config.value, host.workingFolder)
  if (!owners.ok) return owners
  const outputs = outputsOr(words, config.value, host)
  if (!outputs.ok) return outputs
  const selection = selectionOf(words)
  if (!selection.ok) return selection
  const estate = estateOptions(words)
  if (!estate.ok) return estate
  const gate = gateTerms(words, config.value)
  if (!gate.ok) return gate
  const showing = showingOf(words)
  if (!showing.ok) return showing
  const look = lookOf(words)
  if (!look.ok) return look
  const { provider, profile, targets = [] } = config.value.values
  return succeed({
    targets: words.operands.length > 0 ? words.operands : targets.map(({ path }) => path),
    estate: {
      ...estate.value,
      provider: estate.value.provider ?? provider,
      configFile: valueOf(words, '--config'),
    },
    selection: selection.value,
    gate: gate.value,
    baseline: baselineTerms(words, config.value),
    profile: profile ?? 'restricted',
    offStops: stopTerms(config.value).off,
    outputs: outputs.value,
    look: look.value,
    showing: { ...showing.value, ownerOf: owners.value },
    isQuiet: isOn(words, '--quiet'),
    settings: isOn(words, '--show-config') ? scanSettings(words, config.value) : undefined,
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

function gateTerms(words: Words, config: Config): Result<ScanRequest['gate']> {
  const failOn = wordOf(words, '--fail-on', VOCABULARY.gate)
  if (!failOn.ok) return failOn
  const exitCode = numberOf(words, '--exit-code', { least: 0, most: 255 })
  if (!exitCode.ok) return exitCode
  const coverageMin = numberOf(words, '--coverage-min', { least: 0, most: 100 })
  if (!coverageMin.ok) return coverageMin
  const { gate, profile } = config.values
  // Who only observes is not stopped; a gate on the command line stops him still.
  const usual = profile === 'observe' ? 'never' : (gate?.failOn ?? 'high')
  const isOwn = failOn.value !== undefined || profile === 'observe'
  return succeed({
    failOn: failOn.value ?? usual,
    ...(!isOwn && { byStop: stopTerms(config).gates }),
    exitCode: exitCode.value ?? 1,
    coverageMin: coverageMin.value ?? gate?.coverageMin ?? 100,
  })
}

function baselineTerms(words: Words, { values }: Config): ScanRequest['baseline'] {
  const newOnly = isOn(words, '--new') || values.gate?.newOnly === true
  const named = valueOf(words, '--baseline') ?? values.gate?.baseline
  const file = named ?? (newOnly ? BASELINE_FILE : undefined)
  return file === undefined ? undefined : { file, newOnly }
}

function scanSettings(words: Words, config: Config): readonly Setting[] {
  const given = (key: string, flag: string, usual: string): Given => ({
    key,
    flag,
    value: valueOf(words, flag) ?? (isOn(words, flag) ? 'true' : undefined),
    usual,
  })
  const { operands } = words
  const targets = operands.length > 0 ? operands.join(' ') : undefined
  const usualGate = config.values.profile === 'observe' ? 'never' : 'high'
  return settingsOf(
    [
      { key: 'profile', flag: '', value: undefined, usual: 'restricted' },
      { key: 'targets', flag: 'TARGET', value: targets, usual: '.' },
      given('provider', '--provider', 'found out'),
      given('gate.failOn', '--fail-on', usualGate),
      given('gate.newOnly', '--new', 'false'),
      given('gate.baseline', '--baseline', 'none'),
      given('gate.coverageMin', '--coverage-min', '100'),
      given('outputs', '--format', 'text'),
      { key: 'waivers.maxDays', flag: '', value: undefined, usual: '180' },
      { key: 'waivers.locked', flag: '', value: undefined, usual: '[]' },
    ],
    config,
  )
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
