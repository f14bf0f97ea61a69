import { loadConfig } from '../app/config/load-config.ts'
import { advisoriesFolder } from '../app/db/data-folder.ts'
import { advisoriesStatus, type AdvisoriesStatus } from '../app/db/status.ts'
import { EXIT } from '../app/outcome.ts'
import { jsonText } from '../report/printable.ts'
import { LIST_FORMATS } from './commands.data.ts'
import { ageOf } from './configured.ts'
import { FIRST_FAULTS, tellMissing } from './db-renew.ts'
import { statusText } from './db-status-text.ts'
import type { Host } from './host.ts'
import { valueOf, wordOf } from './read-flags.ts'
import { tellAges } from './tell-ages.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import type { Words } from './words.ts'

/** `portolan db status`: what advisories there are, how old, and whether all of them is whole. */
export function tellStatus(words: Words, _: readonly string[], host: Host): number {
  const format = wordOf(words, '--format', LIST_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const config = loadConfig(valueOf(words, '--config'), host.workingFolder)
  if (!config.ok) return refuse(config.fault, host)
  const holdsDays = ageOf(words, config.value)
  if (!holdsDays.ok) return refuse(holdsDays.fault, host)
  const folder = advisoriesFolder(host.env, host.workingFolder)
  const status = advisoriesStatus(folder, { today: host.today(), holdsDays: holdsDays.value })
  if (!status.ok) return tellMissing(status.fault, host)
  tellFaults(status.value.faults, FIRST_FAULTS, host)
  tellAges(status.value.ages, holdsDays.value, host)
  host.out(format.value === 'json' ? `${jsonText(status.value)}\n` : statusText(status.value))
  return exitFor(status.value)
}

function exitFor({ faults, ages }: AdvisoriesStatus): number {
  if (faults.length > 0) return EXIT.incomplete
  return ages.some(({ state }) => state === 'stale') ? EXIT.dataMissing : EXIT.fine
}
