import { advisoriesFolder } from '../app/db/data-folder.ts'
import { importAdvisories } from '../app/db/import-advisories.ts'
import { advisoriesStatus, type AdvisoriesStatus } from '../app/db/status.ts'
import { EXIT } from '../app/outcome.ts'
import { misuse } from '../app/usage.ts'
import type { Fault } from '../base/fault.ts'
import { plural } from '../report/headline.ts'
import { jsonText, printable } from '../report/printable.ts'
import { columnsOf, padEnd } from '../report/text/columns.ts'
import { COMMANDS, LIST_FORMATS } from './commands.data.ts'
import type { Command, Host } from './host.ts'
import { wordOf } from './read-flags.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan db`: brings advisories onto this machine and tells what is there. */
export const dbCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.db, argv)
  if (!words.ok) return refuse(words.fault, host)
  const [action = '', ...paths] = words.value.operands
  if (action === 'import' && paths.length > 0) return await bring(paths, host)
  if (action === 'status' && paths.length === 0) return tellStatus(words.value, host)
  return refuse(UNKNOWN, host)
}

const UNKNOWN = misuse(
  'db',
  'It is not said what to do with the advisories.',
  'portolan db import FOLDER reads what OSV exports, portolan db status tells what is there.',
)

const FIRST_FAULTS = 5

async function bring(paths: readonly string[], host: Host): Promise<number> {
  const folder = advisoriesFolder(host.env, host.workingFolder)
  const { workingFolder } = host
  const terms = { folder, paths, workingFolder, asOf: undefined, today: host.today() }
  const done = await importAdvisories(terms)
  if (!done.ok) return missing(done.fault, host)
  const { faults, renewed } = done.value
  tellFaults(faults, FIRST_FAULTS, host)
  host.err(`Advisories of ${plural(renewed.length, 'ecosystem')} are in use: portolan db status\n`)
  return faults.length > 0 ? EXIT.incomplete : EXIT.fine
}

function tellStatus(words: Words, host: Host): number {
  const format = wordOf(words, '--format', LIST_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const status = advisoriesStatus(advisoriesFolder(host.env, host.workingFolder))
  if (!status.ok) return missing(status.fault, host)
  tellFaults(status.value.faults, FIRST_FAULTS, host)
  host.out(format.value === 'json' ? `${jsonText(status.value)}\n` : statusText(status.value))
  return status.value.faults.length > 0 ? EXIT.incomplete : EXIT.fine
}

function missing(fault: Fault, host: Host): number {
  tellFaults([fault], FIRST_FAULTS, host)
  return EXIT.dataMissing
}

const HEADINGS = ['ecosystem', 'records', 'newest', 'taken', 'not used', 'sha256'] as const
// Enough of a hash to compare two machines by eye; JSON has all of it.
const SHOWN_HASH = 12

function statusText({ snapshots }: AdvisoriesStatus): string {
  const rows = snapshots.map(({ ecosystem, records, asOf, taken, skipped, sha256 }) => [
    printable(ecosystem),
    `${records}`,
    asOf,
    taken,
    `${skipped}`,
    sha256.slice(0, SHOWN_HASH),
  ])
  const table = [HEADINGS, ...rows]
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
