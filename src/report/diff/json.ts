import type { KnownFinding } from '../../model/known-finding.ts'
import { batch } from '../batch.ts'
import { jsonText } from '../printable.ts'
import { TOOL_NAME } from '../report.ts'
import { changesOf, type Change, type DiffFormat, type DiffRun } from './diff.ts'

/** The version of the shape, semver: docs/api/diff.schema.json describes it. */
const SCHEMA_VERSION = '1.0.0'

/** One object of one shape for programs, a line for each finding. */
export const json: DiffFormat = {
  name: 'json',
  write(run, _, out) {
    const { write, flush } = batch(out)
    const { version, old, now, counts, gate, exitCode, faults } = run
    const { failOn, failed } = gate
    write(`{"schemaVersion":"${SCHEMA_VERSION}",\n`)
    write(`"tool":${jsonText({ name: TOOL_NAME, version })},\n`)
    write(`"old":${jsonText(old)},"new":${jsonText(now)},\n`)
    write(`"counts":${jsonText(counts)},\n`)
    write(`"gate":${jsonText({ failOn, failed })},"exitCode":${exitCode},\n`)
    write('"findings":[')
    let separator = '\n'
    for (const [change, findings] of changesOf(run)) {
      for (const finding of findings) {
        write(separator + lineOf(change, finding, run))
        separator = ',\n'
      }
    }
    const told = faults.map(({ code, at, message, remedy }) => ({ code, at, message, remedy }))
    write(`],\n"faults":${jsonText(told)}}\n`)
    flush()
  },
}

// What is not known is null, not absent.
function lineOf(change: Change, finding: KnownFinding, { titleOf }: DiffRun): string {
  const { id, rule, severity, state, resource, file, path, detail } = finding
  return jsonText({
    change,
    id,
    rule,
    title: titleOf(rule),
    severity,
    state,
    message: detail?.message ?? null,
    resource,
    place: { file, line: detail?.line ?? null, column: detail?.column ?? null, path },
  })
}
