import { batch } from '../batch.ts'
import { jsonString, jsonText } from '../printable.ts'
import type { Write } from '../report.ts'
import type { ToldReach, ToldRow } from './reach.ts'

/**
 * What can reach what as JSON: `connections` for sure, `unclear` perhaps, `closed` when pairs were asked about, and the
 * `faults` of what was not examined. One row a line, written as it is made.
 */
export function reachJson(reach: ToldReach, out: Write): void {
  const { write, flush } = batch(out)
  write('{\n')
  writeRows('connections', reach.connections(), write)
  writeRows('unclear', reach.unclear(), write)
  if (reach.closed.length > 0) writeRows('closed', reach.closed, write)
  write(`  "plugin": ${jsonString(reach.plugin)},\n`)
  write(`  "faults": ${jsonText(reach.faults)}\n}\n`)
  flush()
}

function writeRows(name: string, rows: Iterable<ToldRow>, write: Write): void {
  write(`  "${name}": [`)
  let separator = '\n'
  for (const row of rows) {
    write(`${separator}    ${rowText(row)}`)
    separator = ',\n'
  }
  write(separator === '\n' ? '],\n' : '\n  ],\n')
}

function rowText({ from, to, connections, because }: ToldRow): string {
  const reasons = because === undefined ? '' : `, "because": ${jsonText(because)}`
  return `{"from": ${jsonString(from)}, "to": ${jsonString(to)}, "connections": ${jsonString(connections)}${reasons}}`
}
