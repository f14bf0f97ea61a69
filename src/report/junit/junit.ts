import type { Fault } from '../../base/fault.ts'
import { STOP_TITLES, type Stop } from '../../model/itinerary.ts'
import { batch } from '../batch.ts'
import { plural } from '../headline.ts'
import { TOOL_NAME, type ReportFormat, type Run } from '../report.ts'
import { pathOf, pointOf } from '../spots.ts'
import type { Finding } from '../told.ts'
import { waiverWords } from '../waiver.ts'
import { casesOf, type Case } from './cases.ts'
import { tag, xmlText } from './xml.ts'

/**
 * JUnit for CI: a suite for each stop, a case for each rule and object, passes included. Waived findings and those that
 * cannot be told are skipped, what was not examined is an error. Names stay the same from run to run.
 */
export const junit: ReportFormat = {
  name: 'junit',
  needsPages: false,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    const cases = casesOf(verdict, run)
    write('<?xml version="1.0" encoding="UTF-8"?>\n')
    write(`<${tag('testsuites', { name: TOOL_NAME })}>\n`)
    for (const { stop, state } of verdict.stops) {
      const entries = (cases.get(stop) ?? []).map((entry) => entryOf(entry, run))
      const isSeen = state !== 'Not examined'
      writeSuite(STOP_TITLES[stop], isSeen ? entries : [unseenStop(stop, run)], write)
    }
    if (verdict.faults.length > 0) writeSuite('Not examined', faultEntries(verdict.faults), write)
    write('</testsuites>\n')
    flush()
  },
}

/** A case as it is written, with what its suite counts it as. */
interface Entry {
  readonly outcome: 'passed' | 'failures' | 'skipped' | 'errors'
  /** Made when it is written: all of a large estate at once would be tens of megabytes. */
  readonly text: () => string
}

function writeSuite(name: string, entries: readonly Entry[], write: (text: string) => void): void {
  const count = (outcome: Entry['outcome']): number =>
    entries.filter((entry) => entry.outcome === outcome).length
  const counts = {
    tests: entries.length,
    failures: count('failures'),
    errors: count('errors'),
    skipped: count('skipped'),
  }
  write(`  <${tag('testsuite', { name, ...counts })}>\n`)
  for (const { text } of entries) write(text())
  write('  </testsuite>\n')
}

function entryOf({ rule, name, file, findings }: Case, run: Run): Entry {
  const [worst] = findings.toSorted((a, b) => ORDER[a.state] - ORDER[b.state])
  const attributes = { classname: `portolan.${rule.id}`, name, ...(file !== undefined && { file }) }
  const head = tag('testcase', attributes)
  if (worst === undefined) return { outcome: 'passed', text: () => `    <${head}/>\n` }
  const text = (): string =>
    element(head, propertiesText(worst, findings, run) + verdictText(worst, findings))
  return { outcome: OUTCOMES[worst.state], text }
}

function propertiesText(
  worst: Finding,
  findings: readonly Finding[],
  { comparison, ownerOf }: Run,
): string {
  const owner = ownerOf(worst)
  const isNew = comparison !== undefined && findings.some(comparison.isNew)
  const properties = [
    ...(comparison === undefined ? [] : [propertyText('baseline', isNew ? 'new' : 'known')]),
    ...(owner === undefined ? [] : [propertyText('owner', owner)]),
    ...(worst.crownJewel === undefined ? [] : [propertyText('crown jewel', worst.crownJewel)]),
  ]
  return properties.length === 0 ? '' : `<properties>${properties.join('')}</properties>`
}

function propertyText(name: string, value: string): string {
  return `<${tag('property', { name, value })}/>`
}

// A case has one outcome: the one that asks most of the reader.
const ORDER = { open: 0, 'cannot-tell': 1, waived: 2 } as const
const OUTCOMES = { open: 'failures', 'cannot-tell': 'skipped', waived: 'skipped' } as const

function verdictText(worst: Finding, findings: readonly Finding[]): string {
  const message = reasonOf(worst) + worst.message
  if (worst.state !== 'open') return `<${tag('skipped', { message })}/>`
  const lines = findings.map((finding) => xmlText(evidence(finding)))
  return `<${tag('failure', { message, type: worst.severity })}>${lines.join('\n')}</failure>`
}

function reasonOf(finding: Finding): string {
  if (finding.state === 'open') return ''
  if (finding.state === 'cannot-tell') return 'cannot tell: '
  const words = waiverWords(finding)
  return words === undefined ? 'waived: ' : `waived ${words}: `
}

function evidence({ id, state, severity, message, place }: Finding): string {
  const word = state === 'open' ? severity : state
  return `${pointOf(place)} ${word}: ${message} [${pathOf(place)}] ${id}`
}

function unseenStop(stop: Stop, { offStops }: Run): Entry {
  const head = tag('testcase', { classname: `portolan.${stop}`, name: 'not examined' })
  const why = offStops.get(stop)
  const message =
    why === undefined
      ? 'not examined: no rule of this stop was asked about anything'
      : `not examined: off: ${why}`
  return { outcome: 'skipped', text: () => element(head, `<${tag('skipped', { message })}/>`) }
}

// No reader shows more; the JSON report has all.
const MOST_FAULTS = 1000

function faultEntries(faults: readonly Fault[]): readonly Entry[] {
  const rest = faults.length - MOST_FAULTS
  const told = faults.slice(0, MOST_FAULTS).map(faultEntry)
  if (rest <= 0) return told
  const head = tag('testcase', { classname: 'portolan.fault', name: plural(rest, 'more fault') })
  const text = (): string => element(head, '<error message="not listed"/>')
  return [...told, { outcome: 'errors', text }]
}

function faultEntry({ code, at, message, remedy }: Fault): Entry {
  const head = tag('testcase', { classname: `portolan.fault.${code}`, name: at })
  const error = `<${tag('error', { message, type: code })}>${xmlText(remedy)}</error>`
  return { outcome: 'errors', text: () => element(head, error) }
}

function element(head: string, inside: string): string {
  return `    <${head}>${inside}</testcase>\n`
}
