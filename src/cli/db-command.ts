import { loadConfig } from '../app/config/load-config.ts'
import { advisoriesFolder } from '../app/db/data-folder.ts'
import { importAdvisories } from '../app/db/import-advisories.ts'
import { advisoriesStatus, type AdvisoriesStatus } from '../app/db/status.ts'
import { EXIT } from '../app/outcome.ts'
import { misuse } from '../app/usage.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { plural } from '../report/headline.ts'
import { jsonText } from '../report/printable.ts'
import { COMMANDS, LIST_FORMATS } from './commands.data.ts'
import { ageOf } from './configured.ts'
import { statusText } from './db-status-text.ts'
import type { Command, Host } from './host.ts'
import { valueOf, wordOf } from './read-flags.ts'
import { tellAges } from './tell-ages.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan db`: brings advisories onto this machine and tells what is there. */
export const dbCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.db, argv)
  if (!words.ok) return refuse(words.fault, host)
  const [action = '', ...paths] = words.value.operands
  if (action === 'import' && paths.length > 0) return await bring(words.value, paths, host)
  if (action === 'status' && paths.length === 0) return tellStatus(words.value, host)
  return refuse(UNKNOWN, host)
}

const UNKNOWN = misuse(
  'db',
  'It is not said what to do with the advisories.',
  'portolan db import FOLDER reads what OSV exports, portolan db status tells what is there.',
)

const FIRST_FAULTS = 5

async function bring(words: Words, paths: readonly string[], host: Host): Promise<number> {
  const asOf = asOfDay(words, host)
  if (!asOf.ok) return refuse(asOf.fault, host)
  const folder = advisoriesFolder(host.env, host.workingFolder)
  const { workingFolder } = host
  const terms = { folder, paths, workingFolder, asOf: asOf.value, today: host.today() }
  const done = await importAdvisories(terms)
  if (!done.ok) return missing(done.fault, host)
  const { faults, renewed } = done.value
  tellFaults(faults, FIRST_FAULTS, host)
  host.err(`Advisories of ${plural(renewed.length, 'ecosystem')} are in use: portolan db status\n`)
  return faults.length > 0 ? EXIT.incomplete : EXIT.fine
}

function asOfDay(words: Words, host: Host): Result<string | undefined> {
  const day = valueOf(words, '--as-of')
  if (day === undefined) return succeed(undefined)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  if (isDay && day <= host.today()) return succeed(`${day}T00:00:00Z`)
  const remedy = `It takes a day up to today, such as ${host.today()}.`
  return fail(misuse('--as-of', `--as-of does not take "${day}".`, remedy))
}

function tellStatus(words: Words, host: Host): number {
  const format = wordOf(words, '--format', LIST_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const config = loadConfig(valueOf(words, '--config'), host.workingFolder)
  if (!config.ok) return refuse(config.fault, host)
  const holdsDays = ageOf(words, config.value)
  if (!holdsDays.ok) return refuse(holdsDays.fault, host)
  const folder = advisoriesFolder(host.env, host.workingFolder)
  const status = advisoriesStatus(folder, { today: host.today(), holdsDays: holdsDays.value })
  if (!status.ok) return missing(status.fault, host)
  tellFaults(status.value.faults, FIRST_FAULTS, host)
  tellAges(status.value.ages, holdsDays.value, host)
  host.out(format.value === 'json' ? `${jsonText(status.value)}\n` : statusText(status.value))
  return exitFor(status.value)
}

function exitFor({ faults, ages }: AdvisoriesStatus): number {
  if (faults.length > 0) return EXIT.incomplete
  return ages.some(({ state }) => state === 'stale') ? EXIT.dataMissing : EXIT.fine
}

function missing(fault: Fault, host: Host): number {
  tellFaults([fault], FIRST_FAULTS, host)
  return EXIT.dataMissing
}
