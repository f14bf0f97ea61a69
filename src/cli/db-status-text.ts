import type { AdvisoriesStatus } from '../app/db/status.ts'
import { plural } from '../report/headline.ts'
import { printable } from '../report/printable.ts'
import { columnsOf, padEnd } from '../report/text/columns.ts'

const HEADINGS = [
  'ecosystem',
  'records',
  'withdrawn',
  'not used',
  'of',
  'age',
  'taken',
  'sha256',
] as const
// Enough of a hash to compare two machines by eye; JSON has all of it.
const SHOWN_HASH = 12

/** What advisories there are, as a table for people. */
export function statusText({ snapshots, signals, ages }: AdvisoriesStatus): string {
  const rows = snapshots.map(
    ({ ecosystem, records, withdrawn, skipped, asOf, taken, sha256 }, at) => [
      printable(ecosystem),
      `${records}`,
      `${withdrawn}`,
      `${skipped}`,
      printable(asOf),
      plural(ages[at]?.ageDays ?? 0, 'day'),
      taken,
      sha256.slice(0, SHOWN_HASH),
    ],
  )
  const others = signals.map(({ kind, entries, asOf, taken, sha256 }) => [
    kind,
    `${entries}`,
    '',
    '',
    printable(asOf),
    '',
    taken,
    sha256.slice(0, SHOWN_HASH),
  ])
  const table = [HEADINGS, ...rows, ...others]
  const widths = HEADINGS.map((_, column) =>
    Math.max(...table.map((row) => columnsOf(row[column] ?? ''))),
  )
  const lines = table.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}
