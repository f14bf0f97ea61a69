import { loadConfig } from '../app/config/load-config.ts'
import { advisoriesFolder } from '../app/db/data-folder.ts'
import { ecosystemsNamed } from '../app/db/update/ecosystems-named.ts'
import { mirrorsOf } from '../app/db/update/mirrors.ts'
import { updateAdvisories } from '../app/db/update/update-advisories.ts'
import { printable } from '../report/printable.ts'
import { tellRenewal } from './db-renew.ts'
import type { Host } from './host.ts'
import { valueOf, wholeListOf } from './read-flags.ts'
import { refuse } from './tell-fault.ts'
import type { Words } from './words.ts'

/** The variable that names mirrors, with commas or spaces between. */
const MIRRORS_VARIABLE = 'PORTOLAN_MIRRORS'
const LONGEST_MS = 60 * 60 * 1000
const STALL_MS = 60 * 1000
const PAUSE_MS = 1000

/** `portolan db update`: fetches what is new. */
export async function update(words: Words, named: readonly string[], host: Host): Promise<number> {
  const ecosystems = ecosystemsNamed(named)
  if (!ecosystems.ok) return refuse(ecosystems.fault, host)
  const config = loadConfig(valueOf(words, '--config'), host.workingFolder)
  if (!config.ok) return refuse(config.fault, host)
  const mirrors = mirrorsOf({
    flags: wholeListOf(words, '--mirror'),
    env: host.env[MIRRORS_VARIABLE],
    config: config.value.values.advisories?.mirrors,
  })
  if (!mirrors.ok) return refuse(mirrors.fault, host)
  const done = await updateAdvisories({
    folder: advisoriesFolder(host.env, host.workingFolder),
    mirrors: mirrors.value,
    ecosystems: ecosystems.value,
    network: {
      fetch: host.fetch,
      signal: AbortSignal.timeout(LONGEST_MS),
      stallMs: STALL_MS,
      pauseMs: PAUSE_MS,
    },
    today: host.today(),
    tell: (line) => {
      host.err(`${printable(line)}\n`)
    },
  })
  return tellRenewal(done, host)
}
