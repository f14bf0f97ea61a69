import { resolve } from 'node:path'
import type { Scan } from '../app/scan.ts'
import { batch } from '../report/batch.ts'
import type { Run, Write } from '../report/report.ts'
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
  { verdict }: Scan,
  run: Run,
  { look, host }: { readonly look: Look; readonly host: Host },
): Outcome {
  const style = file === undefined ? screenStyle(look, host) : fileStyle(look)
  const fill = (out: Write): boolean =>
    host.interruptible(() => {
      const { write, flush } = batch(out)
      format.write(verdict, run, style, write)
      flush()
    }) !== undefined
  if (file === undefined) return fill(host.out) ? 'written' : 'interrupted'
  try {
    return replaceFile(resolve(host.workingFolder, file), fill) ? 'written' : 'interrupted'
  } catch (error) {
    tellFaults([reportFault(file, `the system says ${systemCode(error)}`)], 1, host)
    return 'failed'
  }
}
