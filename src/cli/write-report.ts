import { resolve } from 'node:path'
import { batch } from '../report/batch.ts'
import { plural } from '../report/headline.ts'
import type { ReportFormat, Run, Write } from '../report/report.ts'
import type { Verdict } from '../report/told.ts'
import type { Host } from './host.ts'
import { reportFault, type Output } from './outputs.ts'
import { replaceFile } from './replace-file.ts'
import { fileStyle, screenStyle, type Look } from './style.ts'
import { systemCode } from './system-code.ts'
import { tellFaults } from './tell-fault.ts'

/** How the writing of a report ended. */
export type Outcome = 'written' | 'failed' | 'interrupted'

/** Writes one report to its file or to standard output; tells when the system refuses. */
export function writeReport(
  { format, file }: Output,
  { verdict }: { readonly verdict: Verdict },
  run: Run,
  { look, host }: { readonly look: Look; readonly host: Host },
): Outcome {
  const style = file === undefined ? screenStyle(look, host) : fileStyle(look)
  const fill = (out: Write): boolean => {
    const done = host.interruptible(() => {
      const { write, flush } = batch(out)
      format.write(verdict, run, style, write)
      flush()
    })
    if (done !== undefined) tellLeftOut(format, verdict.findings.filter(run.shown).length, host)
    return done !== undefined
  }
  if (file === undefined) return fill(host.out) ? 'written' : 'interrupted'
  try {
    return replaceFile(resolve(host.workingFolder, file), fill) ? 'written' : 'interrupted'
  } catch (error) {
    tellFaults([reportFault(file, `the system says ${systemCode(error)}`)], 1, host)
    return 'failed'
  }
}

// Whoever looks at the service alone would not know that there is more.
function tellLeftOut(
  { name, mostFindings = Infinity }: ReportFormat,
  shown: number,
  host: Host,
): void {
  if (shown <= mostFindings) return
  const left = plural(shown - mostFindings, 'finding')
  host.err(
    `portolan: the ${name} report leaves ${left} out, the least bad: its readers take no more\n`,
  )
}
