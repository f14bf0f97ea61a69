import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { tellBaseline } from '../app/baseline.ts'
import { EXIT } from '../app/outcome.ts'
import { scan, type Scan, type ScanRequest } from '../app/scan.ts'
import type { Fault } from '../base/fault.ts'
import { plural } from '../report/headline.ts'
import { BASELINE_FILE } from './baseline-file.ts'
import { COMMANDS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import { selectionOf } from './estate-options.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { pipeOf } from './pipe.ts'
import { valueOf } from './read-flags.ts'
import { replaceFile } from './replace-file.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords } from './words.ts'

const STDOUT = '-'

/** `portolan baseline`: writes what is known today, so that later runs can tell what is new. */
export const baselineCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.baseline, argv)
  if (!words.ok) return refuse(words.fault, host)
  const { operands } = words.value
  const known = configured(words.value, operands, host)
  if (!known.ok) return refuse(known.fault, host)
  if (asksForConfig(words.value))
    return showConfig('baseline', words.value, { ...known.value, named: operands }, host)
  const selection = selectionOf(words.value)
  if (!selection.ok) return refuse(selection.fault, host)
  const readStdin = await pipeOf(known.value.targets, host)
  if (readStdin === undefined) return interrupted(host, 'written')
  const request = requestOf(known.value, selection.value, { readStdin, host })
  const done = host.interruptible(() => scan(request))?.value
  if (done === undefined) return interrupted(host, 'written')
  if (!done.ok) return refuse(done.fault, host)
  const file = valueOf(words.value, '--output') ?? BASELINE_FILE
  const trouble = store(done.value, file, host)
  if (trouble !== undefined) return refuse(trouble, host)
  sumUp(done.value, file, host)
  return done.value.exitCode
}

function requestOf(
  { estate, targets, judging }: Configured,
  selection: ScanRequest['selection'],
  { readStdin, host }: { readonly readStdin: () => Uint8Array; readonly host: Host },
): ScanRequest {
  const { workingFolder } = host
  return {
    estate: { ...estate, targets, workingFolder, today: host.today(), readStdin },
    selection,
    ...judging,
    // What is known already is no reason to fail; what was not examined is.
    gate: { failOn: 'never', exitCode: EXIT.gateFailed, coverageMin: 100 },
  }
}

function store(done: Scan, file: string, host: Host): Fault | undefined {
  if (file === STDOUT) {
    tellBaseline(done, host.out)
    return undefined
  }
  const path = resolve(host.workingFolder, file)
  try {
    mkdirSync(dirname(path), { recursive: true })
    replaceFile(path, (out) => {
      tellBaseline(done, out)
      return true
    })
    return undefined
  } catch (error) {
    return {
      code: 'SAVED_WRITE',
      at: file,
      message: `The baseline cannot be written: the system says ${systemCode(error)}.`,
      remedy: 'Name a file in a folder that may be written to: -o FILE.',
    }
  }
}

const FIRST_FAULTS = 5

function sumUp({ verdict }: Scan, file: string, host: Host): void {
  tellFaults(verdict.faults, FIRST_FAULTS, host)
  const where = file === STDOUT ? '' : ` in ${file}`
  host.err(`portolan: ${plural(verdict.findings.length, 'finding')} known${where}\n`)
}
