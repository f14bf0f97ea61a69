import { batch } from '../batch.ts'
import { jsonText } from '../printable.ts'
import type { Write } from '../report.ts'
import type { ToldExposed } from './exposed.ts'

/** Ways in from outside as JSON: `exposed`, one a line, the `plugin` under which it holds and the `faults`. */
export function exposedJson({ passages, plugin, faults }: ToldExposed, out: Write): void {
  const { write, flush } = batch(out)
  write('{\n  "exposed": [')
  let separator = '\n'
  for (const passage of passages) {
    write(`${separator}    ${jsonText(passage)}`)
    separator = ',\n'
  }
  write(passages.length === 0 ? '],\n' : '\n  ],\n')
  write(`  "plugin": ${jsonText(plugin)},\n  "faults": ${jsonText(faults)}\n}\n`)
  flush()
}
