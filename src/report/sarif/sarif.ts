import { batch } from '../batch.ts'
import { plural } from '../headline.ts'
import { worstFirst } from '../order.ts'
import { jsonText } from '../printable.ts'
import { TOOL_NAME, type ReportFormat, type Run } from '../report.ts'
import type { Rule, Verdict } from '../told.ts'
import {
  factNotification,
  faultNotification,
  leftOutNotification,
  offNotification,
} from './notifications.ts'
import { resultOf } from './results.ts'
import { descriptorOf } from './rules.ts'
import { uriOf } from './uri.ts'

// What code scanning takes of one run; above it the whole upload is refused.
const MOST_RESULTS = 25_000
// No documented bound, but nobody reads more and a folder may hold any number of broken files.
const MOST_FAULTS = 1000

/**
 * SARIF 2.1.0 for code scanning: worst findings first, so that what its limits leave out is the least, and never
 * silently. Faults are notifications: what was not examined must not look clean there either.
 */
export const sarif: ReportFormat = {
  name: 'sarif',
  needsPages: true,
  mostFindings: MOST_RESULTS,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    const findings = worstFirst(verdict.findings.filter(run.shown), run.comparison)
    const results = findings.slice(0, MOST_RESULTS)
    const rules = [...new Set(results.map(({ rule }) => rule))]
    const indexes = new Map(rules.map((rule, index) => [rule, index]))
    write(`{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{\n`)
    write(`"tool":{"driver":${driverText(rules, run)}},\n`)
    write(`"automationDetails":${jsonText({ id: categoryOf(run) })},\n`)
    write(`"columnKind":"utf16CodeUnits",\n`)
    const leftOut = {
      findings: findings.length - results.length,
      faults: Math.max(0, verdict.faults.length - MOST_FAULTS),
    }
    write(`"properties":${jsonText({ leftOut })},\n`)
    write(`"invocations":[${invocationText(verdict, leftOut, run)}],\n`)
    write('"results":[')
    results.forEach((finding, index) => {
      const result = resultOf(finding, indexes.get(finding.rule) ?? -1, run)
      write(`${index === 0 ? '' : ','}\n${jsonText(result)}`)
    })
    write(']}]}\n')
    flush()
  },
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

function driverText(rules: readonly Rule[], run: Run): string {
  return jsonText({
    name: TOOL_NAME,
    version: run.version,
    semanticVersion: run.version,
    rules: rules.map((rule) => descriptorOf(rule, run)),
  })
}

// Uploads of one category replace one another, so what was scanned and how it was narrowed is part of it.
function categoryOf({ targets, selection }: Run): string {
  const parts = [...targets, ...selection].filter((part) => part !== '.').map(uriOf)
  return ['portolan', ...parts, ''].join('/')
}

interface LeftOut {
  readonly findings: number
  readonly faults: number
}

function invocationText(
  { faults, facts = [] }: Pick<Verdict, 'faults' | 'facts'>,
  leftOut: LeftOut,
  run: Run,
): string {
  const untold = [
    ...(leftOut.findings > 0 ? [`${plural(leftOut.findings, 'finding')} of lower severity`] : []),
    ...(leftOut.faults > 0 ? [plural(leftOut.faults, 'fault')] : []),
  ]
  return jsonText({
    executionSuccessful: !faults.some(({ code }) => code === 'INTERRUPTED'),
    exitCode: run.exitCode,
    toolExecutionNotifications: [
      ...[...run.offStops].map(offNotification),
      ...facts.map(factNotification),
      ...untold.map(leftOutNotification),
      ...faults.slice(0, MOST_FAULTS).map(faultNotification),
    ],
  })
}
