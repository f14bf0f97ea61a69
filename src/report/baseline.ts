import { knownKey, type KnownFinding } from '../model/known-finding.ts'
import { jsonText } from './printable.ts'
import type { Write } from './report.ts'

/** The version of the shape, semver: docs/api/baseline.schema.json describes it. */
const SCHEMA_VERSION = '1.0.0'

/** What a baseline tells of the run that it is made of. */
export interface BaselineRun {
  readonly targets: readonly string[]
  /** The flags that narrowed what was judged. */
  readonly selection: readonly string[]
  /** The files that were not examined whole, sorted. */
  readonly unexamined: readonly string[]
}

/** Writes findings to compare later runs with: a line each, sorted, and nothing that tells lines or the time. */
export function writeBaseline(
  run: BaselineRun,
  findings: readonly KnownFinding[],
  out: Write,
): void {
  const { targets, selection, unexamined } = run
  const head = { schemaVersion: SCHEMA_VERSION, format: 'portolan-baseline' }
  out(`${jsonText({ ...head, targets, selection, unexamined }).slice(0, -1)},\n"findings":[`)
  findings.toSorted(compareKnown).forEach((finding, index) => {
    out(`${index === 0 ? '' : ','}\n${lineOf(finding)}`)
  })
  out('\n]}\n')
}

function lineOf({ id, rule, severity, state, resource, file, path }: KnownFinding): string {
  return jsonText({ id, rule, severity, state, resource, file, path })
}

// Not by file: renaming one must not move what is said of its objects.
function compareKnown(a: KnownFinding, b: KnownFinding): number {
  return (
    order(a.rule, b.rule) || order(knownKey(a.resource), knownKey(b.resource)) || order(a.id, b.id)
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a !== b)
}
