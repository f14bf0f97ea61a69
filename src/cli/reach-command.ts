import { resolve } from 'node:path'
import { findReach, type FoundReach } from '../app/reach/reach.ts'
import type { Result } from '../base/result.ts'
import { reachCsv } from '../report/reach/csv.ts'
import { reachJson } from '../report/reach/json.ts'
import type { ToldReach } from '../report/reach/reach.ts'
import { reachText } from '../report/reach/text.ts'
import type { Style, Write } from '../report/report.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { reportFault } from './outputs.ts'
import { pipeOf } from './pipe.ts'
import { reachOptions, type ReachFormat, type ReachOptions } from './reach-options.ts'
import { replaceFile } from './replace-file.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { fileStyle, screenStyle } from './style.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'

/** `portolan reach`: who can reach whom by the policies, and why. */
export const reachCommand: Command = async (argv, host) => {
  const options = reachOptions(argv, host)
  if (!options.ok) return refuse(options.fault, host)
  const { words, config, named } = options.value
  if (asksForConfig(words)) return showConfig('reach', words, { config, named }, host)
  const found = await find(options.value, host)
  if (found === undefined) return interrupted(host, 'known')
  if (!found.ok) return refuse(found.fault, host)
  tellFaults(found.value.told.faults, FIRST_FAULTS, host)
  return write(found.value, options.value, host)
}

const FIRST_FAULTS = 5

async function find(
  { targets, estate, question }: ReachOptions,
  host: Host,
): Promise<Result<FoundReach> | undefined> {
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  return host.interruptible(() => findReach({ estate: terms, ...question }))?.value
}

type Writer = (reach: ToldReach, style: Style, out: Write) => void

const WRITERS: Readonly<Record<ReachFormat, Writer>> = {
  text: reachText,
  json: (reach, _, out) => reachJson(reach, out),
  csv: (reach, _, out) => reachCsv(reach, out),
}

function write({ told, exitCode }: FoundReach, options: ReachOptions, host: Host): number {
  const { format, file, look } = options
  if (file === undefined) {
    // Pairs are worked out while they are written, and there may be millions.
    const done = host.interruptible(() => {
      WRITERS[format](told, screenStyle(look, host), host.out)
    })
    return done === undefined ? interrupted(host, 'known') : exitCode
  }
  try {
    replaceFile(resolve(host.workingFolder, file), (out) => {
      WRITERS[format](told, fileStyle(look), out)
      return true
    })
  } catch (error) {
    return refuse(reportFault(file, `the system says ${systemCode(error)}`), host)
  }
  return exitCode
}
