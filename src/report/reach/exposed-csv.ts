import { batch } from '../batch.ts'
import { cellOf } from '../csv/csv.ts'
import type { Write } from '../report.ts'
import type { ToldExposed } from './exposed.ts'

/** Ways in from outside as CSV (RFC 4180), a row for each; faults last. */
export function exposedCsv({ passages, faults }: ToldExposed, out: Write): void {
  const { write, flush } = batch(out)
  const line = (cells: readonly string[]): void => write(`${cells.map(cellOf).join(',')}\r\n`)
  line(['to', 'way', 'object', 'from', 'connections', 'state', 'at', 'doubt'])
  for (const { to, way, object, from, connections, state, at, doubt = '' } of passages)
    line([to, way, object, from.join(' '), connections, state, at, doubt])
  for (const { at, message } of faults) line(['', '', '', '', '', 'not examined', at, message])
  flush()
}
