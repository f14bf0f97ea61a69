import type { Renewal } from '../app/db/change-store.ts'
import { advisoriesFolder } from '../app/db/data-folder.ts'
import { importAdvisories } from '../app/db/import-advisories.ts'
import { rollBack } from '../app/db/roll-back.ts'
import { EXIT } from '../app/outcome.ts'
import { misuse } from '../app/usage.ts'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { plural } from '../report/headline.ts'
import type { Host } from './host.ts'
import { valueOf } from './read-flags.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import type { Words } from './words.ts'

/** `portolan db import`: reads what OSV, CISA and FIRST export. */
export async function bring(words: Words, paths: readonly string[], host: Host): Promise<number> {
  const asOf = asOfDay(words, host)
  if (!asOf.ok) return refuse(asOf.fault, host)
  const { workingFolder } = host
  const folder = advisoriesFolder(host.env, workingFolder)
  const terms = { folder, paths, workingFolder, asOf: asOf.value, today: host.today() }
  return tellRenewal(await importAdvisories(terms), host)
}

/** `portolan db rollback`: puts the set before in use. */
export async function goBack(_: Words, __: readonly string[], host: Host): Promise<number> {
  return tellRenewal(await rollBack(advisoriesFolder(host.env, host.workingFolder)), host)
}

/** Tells what a change of the advisories did, and gives the exit code. */
export function tellRenewal(done: Result<Renewal>, host: Host): number {
  if (!done.ok) return tellMissing(done.fault, host)
  const { faults, notes, renewed } = done.value
  tellFaults([...notes, ...faults], FIRST_FAULTS, host)
  host.err(`Advisories of ${plural(renewed.length, 'ecosystem')} are in use: portolan db status\n`)
  return faults.length > 0 ? EXIT.incomplete : EXIT.fine
}

/** Tells why advisories that are needed are not there, and gives the exit code. */
export function tellMissing(fault: Fault, host: Host): number {
  tellFaults([fault], FIRST_FAULTS, host)
  return EXIT.dataMissing
}

/** How many faults are told in full. */
export const FIRST_FAULTS = 5

function asOfDay(words: Words, host: Host): Result<string | undefined> {
  const day = valueOf(words, '--as-of')
  if (day === undefined) return succeed(undefined)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  if (isDay && day <= host.today()) return succeed(`${day}T00:00:00Z`)
  const remedy = `It takes a day up to today, such as ${host.today()}.`
  return fail(misuse('--as-of', `--as-of does not take "${day}".`, remedy))
}
