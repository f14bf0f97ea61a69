import { batch } from '../batch.ts'
import { cellOf } from '../csv/csv.ts'
import type { Write } from '../report.ts'
import type { ToldReach, ToldRow } from './reach.ts'

/** What can reach what as CSV (RFC 4180): a row for each pair, whose state is open, unclear or closed; faults last. */
export function reachCsv(reach: ToldReach, out: Write): void {
  const { write, flush } = batch(out)
  const cell = remembered(cellOf)
  const writeRows = (state: string, rows: Iterable<ToldRow>): void => {
    for (const { from, to, connections } of rows)
      write(`${cell(from)},${cell(to)},${cell(connections)},${state}\r\n`)
  }
  write(lineOf(['from', 'to', 'connections', 'state']))
  writeRows('open', reach.connections())
  writeRows('unclear', reach.unclear())
  writeRows('closed', reach.closed)
  for (const { at, message } of reach.faults) write(lineOf([at, '', message, 'not examined']))
  flush()
}

// There are few names and up to millions of rows.
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const made = known.get(text) ?? make(text)
    known.set(text, made)
    return made
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}
