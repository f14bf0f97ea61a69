import { EXIT } from '../app/outcome.ts'
import { loadPages } from '../app/pages.ts'
import { reportRun } from '../app/report-run.ts'
import { interruptedScan, scan, type Scan, type ScanRequest } from '../app/scan.ts'
import { gateWords, openWords } from '../report/headline.ts'
import { printable } from '../report/printable.ts'
import type { Run } from '../report/report.ts'
import type { Command, Host } from './host.ts'
import { unwritable, type Output } from './outputs.ts'
import { pipeOf } from './pipe.ts'
import { scanOptions, type ScanOptions } from './scan-options.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { tellAges } from './tell-ages.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { tellWaivers } from './tell-waivers.ts'
import { VERSION } from './version.ts'
import { writeReport } from './write-report.ts'

/** `portolan scan`: reads, judges, writes the reports that were asked for. */
export const scanCommand: Command = async (argv, host) => {
  const start = host.now()
  const options = scanOptions(argv, host)
  if (!options.ok) return refuse(options.fault, host)
  const { words, config } = options.value
  if (asksForConfig(words))
    return showConfig('scan', words, { config, named: words.operands }, host)
  const obstacle = unwritable(options.value.outputs, host.workingFolder)
  if (obstacle !== undefined) return refuse(obstacle, host)
  const done = await runScan(options.value, host)
  if (!done.ok) return refuse(done.fault, host)
  return report(done.value, options.value, host, start)
}

async function runScan(options: ScanOptions, host: Host): Promise<ReturnType<typeof scan>> {
  const { targets, estate, selection, gate, baseline, judging } = options
  const readStdin = await pipeOf(targets, host)
  const request: ScanRequest = {
    estate: {
      ...estate,
      targets,
      workingFolder: host.workingFolder,
      today: host.today(),
      readStdin: readStdin ?? (() => new Uint8Array()),
    },
    selection,
    gate,
    baseline,
    ...judging,
  }
  const done = readStdin === undefined ? undefined : host.interruptible(() => scan(request))
  return done?.value ?? interruptedScan(request)
}

async function report(
  done: Scan,
  options: ScanOptions,
  host: Host,
  start: number,
): Promise<number> {
  const run = reportRun(done, {
    ...options.showing,
    version: VERSION,
    durationMs: host.now() - start,
    pages: needsPages(options) ? await loadPages() : undefined,
  })
  let { exitCode } = done
  const outputs = outputsFor(done, options)
  for (const output of outputs) {
    const outcome = writeReport(output, done, run, { look: options.look, host })
    if (outcome === 'interrupted') exitCode = EXIT.interrupted
    else if (outcome === 'failed' && exitCode === EXIT.fine) exitCode = EXIT.incomplete
  }
  if (!options.isQuiet) {
    tellWaivers(done.verdict.waivers, host)
    tellAges(done.ages, options.estate.advisories?.holdsDays, host)
    tellMissingJewels(done.verdict, host)
    sumUp(done, run, outputs, host)
  }
  return exitCode
}

function needsPages({ outputs, showing: { persona } }: ScanOptions): boolean {
  return outputs.some(({ format }) => format.needsPages) || persona === 'boss' || persona === 'user'
}

// After an interruption programs get a report that says so; to people an overview of nothing would say less.
function outputsFor({ exitCode }: Scan, { outputs }: ScanOptions): readonly Output[] {
  if (exitCode !== EXIT.interrupted) return outputs
  return outputs.filter(({ format }) => format.name !== 'text')
}

// One that is misspelt would go last without a word.
function tellMissingJewels({ missingJewels = [] }: Scan['verdict'], host: Host): void {
  for (const { words, at } of missingJewels) {
    host.err(`note: nothing that was read is the crown jewel ${printable(`${words} (${at})`)}\n`)
  }
}

const FIRST_FAULTS = 5

// Who reads a report by program or in a file still learns at once how it ended.
function sumUp(
  { verdict, exitCode }: Scan,
  run: Run,
  outputs: readonly Output[],
  host: Host,
): void {
  if (outputs.some(({ format, file }) => format.name === 'text' && file === undefined)) return
  tellFaults(verdict.faults, run.verbose ? Infinity : FIRST_FAULTS, host)
  if (exitCode === EXIT.interrupted) return
  const files = outputs.map(({ file }) => file).filter((file) => file !== undefined)
  const where = files.length === 0 ? '' : `; see ${files.join(', ')}`
  host.err(`portolan: ${openWords(verdict).join(', ')}; gate ${gateWords(run)}${where}\n`)
}
