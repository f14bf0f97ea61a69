import { resolve } from 'node:path'
import type * as v from 'valibot'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import type { KnownFinding } from '../../model/known-finding.ts'
import { isMapping, valueAt } from '../../model/part.ts'
import type { Source } from '../../model/source.ts'
import { faultyFiles } from '../../model/survey.ts'
import { decodeText } from '../decode-text.ts'
import { readBytes } from '../read-bytes.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { checkJson } from './check-shape.ts'
import { BASELINE, REPORT } from './schema.ts'

/** What a baseline or a saved report tells of the run that wrote it. */
export interface Saved {
  readonly findings: readonly KnownFinding[]
  readonly targets: readonly string[]
  /** The flags that narrowed what was judged. */
  readonly selection: readonly string[]
  /** The files that were not examined whole. */
  readonly unexamined: readonly string[]
}

/** By this a baseline is told from everything else. */
const BASELINE_FORMAT = 'portolan-baseline'

// A report of a large estate has 30 MB; a baseline a fifth of it.
const MAX_BYTES = 512 * 1024 * 1024

/** Reads a baseline or a JSON report; the fault tells where it is not one. */
export function readSaved(file: string, workingFolder: string): Result<Saved> {
  const source = readSource(file, workingFolder)
  if (!source.ok) return source
  const value = parse(source.value)
  return value.ok ? savedOf(source.value, value.value) : value
}

/** Whether the file at `path` is one that `portolan` wrote, whatever its version. False when it cannot be read. */
export function isSaved(file: string, workingFolder: string): boolean {
  const source = readSource(file, workingFolder)
  if (!source.ok || !/^\s*\{\s*"schemaVersion"/.test(source.value.text)) return false
  const value = parse(source.value)
  return !value.ok || isOurs(value.value)
}

function readSource(file: string, workingFolder: string): Result<Source> {
  const bytes = readBytes(resolve(workingFolder, file), file, MAX_BYTES)
  if (!bytes.ok) return fail(unreadable(file, bytes.fault))
  const text = decodeText(bytes.value, file)
  return text.ok ? succeed({ file, text: text.value }) : fail(unreadable(file, text.fault))
}

function unreadable(file: string, { message }: Fault): Fault {
  return {
    code: 'SAVED_READ',
    at: file,
    message: `The baseline or report cannot be read. ${message}`,
    remedy: `Name a file that portolan baseline or portolan scan -f json wrote.`,
  }
}

function parse(source: Source): Result<unknown> {
  try {
    const value: unknown = JSON.parse(source.text.replace(/^\uFEFF/, ''))
    return succeed(value)
  } catch {
    // Our own reader tells where; what it lets pass as YAML is no JSON still.
    const [fault] = readYaml(source).faults
    return fail({
      code: 'SAVED_SHAPE',
      at: fault?.at ?? `${source.file}:1:1`,
      message: `This is not valid JSON. ${fault?.message ?? ''}`.trimEnd(),
      remedy: REMEDY,
    })
  }
}

const REMEDY = 'Write it again: portolan baseline, or portolan scan -f json=FILE.'

function savedOf(source: Source, value: unknown): Result<Saved> {
  if (!isOurs(value)) return fail(misshapen(source, 'This is neither a baseline nor a report.'))
  const version = valueAt(value, ['schemaVersion'])
  if (typeof version !== 'string' || !/^1\.\d+\.\d+$/.test(version)) {
    return fail(
      misshapen(source, `Version ${String(version)} of its shape is not known here; 1 is.`),
    )
  }
  return isBaseline(value) ? baselineOf(source, value) : reportOf(source, value)
}

function isOurs(value: unknown): boolean {
  return isBaseline(value) || valueAt(value, ['tool', 'name']) === 'Portolan'
}

function isBaseline(value: unknown): boolean {
  return isMapping(value) && value['format'] === BASELINE_FORMAT
}

function misshapen({ file }: Source, message: string): Fault {
  return { code: 'SAVED_SHAPE', at: `${file}:1:1`, message, remedy: REMEDY }
}

function baselineOf(source: Source, value: unknown): Result<Saved> {
  const checked = checkJson(source, value, { schema: BASELINE, remedy: REMEDY })
  if (!checked.ok) return checked
  const { targets, selection, unexamined, findings } = checked.value
  const known = findings.map((finding) => ({ ...finding, detail: undefined }))
  return succeed({ targets, selection, unexamined, findings: known })
}

function reportOf(source: Source, value: unknown): Result<Saved> {
  const checked = checkJson(source, value, { schema: REPORT, remedy: REMEDY })
  if (!checked.ok) return checked
  const { run, findings, faults } = checked.value
  // Whoever compares with a part would take the rest for new.
  if (run.hiddenFindings > 0) {
    const message = `It lists a part only: ${run.hiddenFindings} findings were hidden by --severity.`
    return fail(misshapen(source, message))
  }
  const { targets, selection } = run
  const unexamined = faultyFiles(faults)
  return succeed({ targets, selection, unexamined, findings: findings.map(knownOf) })
}

type Reported = v.InferOutput<typeof REPORT>['findings'][number]

function knownOf({ id, rule, severity, state, message, resource, place }: Reported): KnownFinding {
  const { file, path, line, column } = place
  return { id, rule, severity, state, resource, file, path, detail: { message, line, column } }
}
