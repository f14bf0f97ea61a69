import { faultyFiles } from '../model/survey.ts'
import { writeBaseline } from '../report/baseline.ts'
import { batch } from '../report/batch.ts'
import type { Write } from '../report/report.ts'
import { knownOf } from '../verdict/snapshot.ts'
import type { Scan } from './scan.ts'

/** Writes what a scan found as the baseline of later ones. */
export function tellBaseline({ verdict, targets, narrowedBy }: Scan, out: Write): void {
  const run = { targets, selection: narrowedBy, unexamined: faultyFiles(verdict.faults) }
  const { write, flush } = batch(out)
  writeBaseline(run, verdict.findings.map(knownOf), write)
  flush()
}
