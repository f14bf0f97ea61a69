import type { Showing } from '../app/report-run.ts'
import type { ScanRequest } from '../app/scan.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { succeed, type Result } from '../base/result.ts'
import { BASELINE_FILE } from './baseline-file.ts'
import { COMMANDS } from './commands.data.ts'
import { estateOptions, selectionOf, type EstateOptions } from './estate-options.ts'
import { lookOf } from './look.ts'
import { outputsOf, type Output } from './outputs.ts'
import { isOn, numberOf, valueOf, wordOf } from './read-flags.ts'
import type { Look } from './style.ts'
import { parseWords, type Words } from './words.ts'

/** What a scan was told, checked as far as it can be without reading anything. */
export interface ScanOptions extends Pick<ScanRequest, 'selection' | 'gate' | 'baseline'> {
  readonly targets: readonly string[]
  readonly estate: EstateOptions
  readonly outputs: readonly Output[]
  readonly look: Look
  readonly showing: Pick<Showing, 'persona' | 'severity' | 'verbose'>
  readonly isQuiet: boolean
}

/** Reads the words after `portolan scan`. */
export function scanOptions(argv: readonly string[]): Result<ScanOptions> {
  const parsed = parseWords(COMMANDS.scan, argv)
  if (!parsed.ok) return parsed
  const words = parsed.value
  const outputs = outputsOf(words)
  if (!outputs.ok) return outputs
  const selection = selectionOf(words)
  if (!selection.ok) return selection
  const estate = estateOptions(words)
  if (!estate.ok) return estate
  const gate = gateTerms(words)
  if (!gate.ok) return gate
  const showing = showingOf(words)
  if (!showing.ok) return showing
  const look = lookOf(words)
  if (!look.ok) return look
  return succeed({
    targets: words.operands,
    estate: estate.value,
    selection: selection.value,
    gate: gate.value,
    baseline: baselineTerms(words),
    outputs: outputs.value,
    look: look.value,
    showing: showing.value,
    isQuiet: isOn(words, '--quiet'),
  })
}

function gateTerms(words: Words): Result<ScanRequest['gate']> {
  const failOn = wordOf(words, '--fail-on', VOCABULARY.gate)
  if (!failOn.ok) return failOn
  const exitCode = numberOf(words, '--exit-code', { least: 0, most: 255 })
  if (!exitCode.ok) return exitCode
  const coverageMin = numberOf(words, '--coverage-min', { least: 0, most: 100 })
  if (!coverageMin.ok) return coverageMin
  return succeed({
    failOn: failOn.value ?? 'high',
    exitCode: exitCode.value ?? 1,
    coverageMin: coverageMin.value ?? 100,
  })
}

function baselineTerms(words: Words): ScanRequest['baseline'] {
  const newOnly = isOn(words, '--new')
  const file = valueOf(words, '--baseline') ?? (newOnly ? BASELINE_FILE : undefined)
  return file === undefined ? undefined : { file, newOnly }
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
