import { batch } from '../../batch.ts'
import { jsonText } from '../../printable.ts'
import type { Write } from '../../report.ts'
import type { ToldReachCheck } from './check.ts'

/** How the expectations stand as JSON, one a line. */
export function reachCheckJson(check: ToldReachCheck, out: Write): void {
  const { write, flush } = batch(out)
  const { expectations, plugin, exitCode, faults } = check
  write('{\n  "expectations": [')
  write(expectations.map((each) => `\n    ${jsonText(each)}`).join(','))
  write(`\n  ],\n  "plugin": ${jsonText(plugin)},\n  "exitCode": ${exitCode},\n`)
  write(`  "faults": ${jsonText(faults)}\n}\n`)
  flush()
}
