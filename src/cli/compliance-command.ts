import {
  checkCompliance,
  chooseFramework,
  listFrameworks,
  type ComplianceCheck,
  type FrameworkRow,
} from '../app/compliance.ts'
import type { Config } from '../app/config/load-config.ts'
import { EXIT } from '../app/outcome.ts'
import { ownersOf, type OwnerOf } from '../app/owners.ts'
import { reportRun } from '../app/report-run.ts'
import type { ScanRequest } from '../app/scan.ts'
import { succeed, type Result } from '../base/result.ts'
import { writeComplianceJson } from '../report/compliance/json.ts'
import { writeComplianceText } from '../report/compliance/text.ts'
import { jsonText } from '../report/printable.ts'
import type { Style } from '../report/report.ts'
import { columnsOf, padEnd, padStart } from '../report/text/columns.ts'
import { createPen } from '../report/text/pen.ts'
import { COMMANDS, LIST_FORMATS } from './commands.data.ts'
import { baselineOf, configured, gateOf, type Configured } from './configured.ts'
import { selectionOf, type EstateOptions } from './estate-options.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { pipeOf } from './pipe.ts'
import { isOn, wordOf } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { screenStyle, type Look } from './style.ts'
import { refuse } from './tell-fault.ts'
import { tellOffStops } from './tell-off-stops.ts'
import { VERSION } from './version.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan compliance`: how an estate stands by a framework; without one, the list of frameworks. */
export const complianceCommand: Command = async (argv, host) => {
  const start = host.now()
  const words = parseWords(COMMANDS.compliance, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = complianceOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const [name, ...named] = words.value.operands
  const { config, targets } = options.value
  if (asksForConfig(words.value))
    return showConfig('compliance', words.value, { config, named }, host)
  if (name === undefined) return tellFrameworks(options.value, host)
  const framework = chooseFramework(name)
  if (!framework.ok) return refuse(framework.fault, host)
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return interrupted(host, 'known')
  const request = requestOf(options.value, { readStdin, host })
  const check = host.interruptible(() => checkCompliance(framework.value, request))?.value
  if (check === undefined) return interrupted(host, 'known')
  tellOffStops(request, host)
  return check.ok ? report(check.value, options.value, host, start) : refuse(check.fault, host)
}

function tellFrameworks({ isJson, look }: ComplianceOptions, host: Host): number {
  const rows = listFrameworks()
  host.out(isJson ? `${jsonText({ frameworks: rows })}\n` : tableOf(rows, screenStyle(look, host)))
  return EXIT.fine
}

function report(
  { scan, compliance }: ComplianceCheck,
  { isJson, isVerbose, look, ownerOf }: ComplianceOptions,
  host: Host,
  start: number,
): number {
  const { verdict } = scan
  const run = reportRun(scan, {
    version: VERSION,
    persona: undefined,
    severity: undefined,
    verbose: isVerbose,
    durationMs: host.now() - start,
    ownerOf,
    pages: undefined,
  })
  if (isJson) writeComplianceJson(compliance, verdict, run, host.out)
  else {
    const style = screenStyle(look, host)
    writeComplianceText(compliance, { verdict, run, style }, host.out)
  }
  return scan.exitCode
}

interface ComplianceOptions extends Pick<ScanRequest, 'selection' | 'gate' | 'baseline'> {
  readonly config: Config
  readonly judging: Configured['judging']
  readonly targets: readonly string[]
  readonly ownerOf: OwnerOf
  readonly estate: EstateOptions
  readonly isJson: boolean
  readonly isVerbose: boolean
  readonly look: Look
}

function complianceOptions(words: Words, host: Host): Result<ComplianceOptions> {
  const format = wordOf(words, '--format', LIST_FORMATS)
  if (!format.ok) return format
  const selection = selectionOf(words)
  if (!selection.ok) return selection
  const known = configured(words, words.operands.slice(1), host)
  if (!known.ok) return known
  const { config, targets, estate, judging } = known.value
  const owners = ownersOf(config, host.workingFolder)
  if (!owners.ok) return owners
  // A framework is looked at before it is enforced: without a gate only what was not examined is a failure.
  const gate = gateOf(words, config, 'never')
  if (!gate.ok) return gate
  const look = lookOf(words)
  if (!look.ok) return look
  return succeed({
    selection: selection.value,
    gate: gate.value,
    baseline: baselineOf(words, config),
    judging,
    config,
    targets,
    ownerOf: owners.value,
    estate,
    isJson: format.value === 'json',
    isVerbose: isOn(words, '--verbose'),
    look: look.value,
  })
}

function requestOf(
  { estate, targets, selection, gate, baseline, judging }: ComplianceOptions,
  { readStdin, host }: { readonly readStdin: () => Uint8Array; readonly host: Host },
): ScanRequest {
  const { workingFolder } = host
  return {
    estate: { ...estate, targets, workingFolder, today: host.today(), readStdin },
    selection,
    gate,
    baseline,
    ...judging,
  }
}

const HEADINGS = ['framework', 'controls', 'covered', 'rules', 'title'] as const

function tableOf(rows: readonly FrameworkRow[], style: Style): string {
  const pen = createPen(style)
  const cells = [HEADINGS, ...rows.map(cellsOf)]
  const widths = HEADINGS.map((_, column) =>
    Math.max(...cells.map((row) => columnsOf(row[column] ?? ''))),
  )
  const lines = cells.map((row) =>
    row.map((cell, column) => {
      const pad = /^\d+$/.test(cell) ? padStart : padEnd
      return pad(cell, widths[column] ?? 0)
    }),
  )
  const [heading = '', ...rest] = lines.map((line) => line.join('  ').trimEnd())
  return `${[pen.paint('strong', heading), ...rest].join('\n')}\n`
}

function cellsOf({ id, alias, controls, covered, rules, title }: FrameworkRow): readonly string[] {
  const name = alias === undefined ? id : `${id} (${alias})`
  return [name, `${controls}`, `${covered}`, `${rules}`, title]
}
