import { batch } from '../../batch.ts'
import { jsonText } from '../../printable.ts'
import type { Write } from '../../report.ts'
import type { ToldReachDiff } from './diff.ts'

/** What changed in who can reach whom as JSON: `changes` and `ways`, one a line, and how the gate stands. */
export function reachDiffJson(diff: ToldReachDiff, out: Write): void {
  const { write, flush } = batch(out)
  const { old, now, plugin, changes, ways, added, removed, gate, exitCode, faults } = diff
  const list = (name: string, members: readonly unknown[]): void => {
    const lines = members.map((member) => `\n    ${jsonText(member)}`)
    write(`  "${name}": [${lines.join(',')}${lines.length === 0 ? '' : '\n  '}],\n`)
  }
  write(`{\n  "old": ${jsonText(old)},\n  "new": ${jsonText(now)},\n`)
  list(
    'changes',
    changes.map(({ froms, tos, ...rest }) => ({ ...rest, from: froms, to: tos })),
  )
  list('ways', ways)
  write(`  "added": ${jsonText(added)},\n  "removed": ${jsonText(removed)},\n`)
  write(`  "plugin": ${jsonText(plugin)},\n`)
  write(`  "gate": ${jsonText(gate)},\n  "exitCode": ${exitCode},\n`)
  write(`  "faults": ${jsonText(faults)}\n}\n`)
  flush()
}
