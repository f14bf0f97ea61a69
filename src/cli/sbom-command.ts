import { writeSbom, type SbomFormat } from '../app/sbom.ts'
import { succeed, type Result } from '../base/result.ts'
import { COMMANDS, SBOM_FORMATS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { pipeOf } from './pipe.ts'
import { wordOf } from './read-flags.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { VERSION } from './version.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan sbom`: the packages of an estate as a bill of materials. */
export const sbomCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.sbom, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = sbomOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { config, targets, estate, format } = options.value
  if (asksForConfig(words.value))
    return showConfig('sbom', words.value, { config, named: words.value.operands }, host)
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return interrupted(host, 'known')
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  const done = host.interruptible(() => writeSbom(terms, { format, version: VERSION }))
  if (done === undefined) return interrupted(host, 'known')
  tellFaults(done.value.faults, FIRST_FAULTS, host)
  host.out(done.value.text)
  return done.value.exitCode
}

const FIRST_FAULTS = 5

interface SbomOptions extends Configured {
  readonly format: SbomFormat
}

function sbomOptions(words: Words, host: Host): Result<SbomOptions> {
  const known = configured(words, words.operands, host)
  if (!known.ok) return known
  const format = wordOf(words, '--format', SBOM_FORMATS)
  if (!format.ok) return format
  return succeed({ ...known.value, format: format.value ?? 'cyclonedx' })
}
