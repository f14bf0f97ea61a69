import type { Fault } from '../../base/fault.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import { batch } from '../batch.ts'
import { worstFirst } from '../order.ts'
import { parsePoint } from '../point.ts'
import { clip, printable } from '../printable.ts'
import type { ReportFormat } from '../report.ts'
import { fileOf, pathOf, positionOf } from '../spots.ts'
import { isFixable, referencesOf, type Finding } from '../told.ts'

/**
 * CSV (RFC 4180) for tickets and spreadsheets: a row for each finding, worst first, then one for each thing that was
 * not examined, whose state says so. Nothing of the estate is taken for a formula.
 */
export const csv: ReportFormat = {
  name: 'csv',
  needsPages: false,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    write(lineOf(Object.fromEntries(COLUMNS.map((column) => [column, column]))))
    const unseen = verdict.stops.filter(({ state }) => state === 'Not examined')
    for (const finding of worstFirst(verdict.findings.filter(run.shown))) {
      write(lineOf(findingRow(finding)))
    }
    for (const fault of verdict.faults) write(lineOf(faultRow(fault)))
    for (const stop of unseen) write(lineOf(stopRow(stop)))
    flush()
  },
}

const COLUMNS = [
  'id',
  'state',
  'severity',
  'stop',
  'rule',
  'title',
  'message',
  'apiVersion',
  'kind',
  'namespace',
  'name',
  'file',
  'line',
  'column',
  'path',
  'owner',
  'fixable',
  'reference',
] as const

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

function findingRow(finding: Finding): Row {
  const { id, state, severity, stop, rule, message, resource, place, duty } = finding
  const { line, column } = positionOf(place)
  return {
    id,
    state,
    severity,
    stop,
    rule: rule.id,
    title: rule.title,
    message,
    apiVersion: resource.apiVersion,
    kind: resource.kind,
    namespace: resource.namespace ?? '',
    name: resource.name,
    file: fileOf(place),
    line: `${line}`,
    column: `${column}`,
    path: pathOf(place),
    owner: duty,
    fixable: isFixable(finding) ? 'yes' : 'no',
    reference: referencesOf(rule)[0]?.url ?? '',
  }
}

function faultRow({ code, at, message, remedy }: Fault): Row {
  const { file, line, column } = parsePoint(at)
  return {
    state: 'not examined',
    rule: code,
    message: `${message} ${remedy}`,
    file,
    line: line === undefined ? '' : `${line}`,
    column: column === undefined ? '' : `${column}`,
  }
}

function stopRow({ stop }: StopVerdict): Row {
  return { state: 'not examined', stop, message: `Nothing of ${STOP_TITLES[stop]} was looked at.` }
}

function lineOf(row: Row): string {
  return `${COLUMNS.map((column) => cellOf(row[column] ?? '')).join(',')}\r\n`
}

// Spreadsheets take no more in one cell.
const LONGEST_CELL = 32_000

// What makes a spreadsheet take a cell for a formula, also behind blanks and in the width of East Asian scripts (OWASP).
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

const PLAIN = /^(?:[\w./:][\w ./:-]*)?$/

/** A cell. An apostrophe in front makes text of what a spreadsheet would run. */
export function cellOf(text: string): string {
  if (text.length <= LONGEST_CELL && PLAIN.test(text)) return text
  const plain = printable(clip(text, LONGEST_CELL))
  const tame = FORMULA.test(plain) ? `'${plain}` : plain
  return `"${tame.replaceAll('"', '""')}"`
}
