import * as v from 'valibot'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { TOOL_NAME, type Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { runOf, verdictOf } from './restore.ts'
import { savedSchema, versionSchema } from './schema.ts'

/** A saved report, ready to be told again. */
export interface SavedReport {
  readonly verdict: Verdict
  readonly run: SavedRun
}

/** What a saved report tells of its run. */
export type SavedRun = Omit<Run, 'verbose' | 'pages' | 'topicOf' | 'durationMs'>

/** Reads what `-f json` wrote; `at` is its name. Same text, same report. */
export function readSaved(text: string, at: string): Result<SavedReport> {
  const value = parse(text)
  if (value === undefined) return fail(unread(at, `${at} is not valid JSON.`))
  const version = v.safeParse(versionSchema, value)
  if (!version.success) return fail(unread(at, `${at} is no report of ${TOOL_NAME}.`))
  const { schemaVersion } = version.output
  if (!isKnown(schemaVersion)) return fail(foreign(at, schemaVersion))
  const saved = v.safeParse(savedSchema, value)
  if (!saved.success) return fail(misfit(at, v.getDotPath(saved.issues[0]) ?? 'its root'))
  const verdict = verdictOf(saved.output)
  if (typeof verdict === 'string') return fail(misfit(at, verdict))
  return succeed({ verdict, run: runOf(saved.output, verdict) })
}

// Undefined for what is no JSON: no JSON is undefined.
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return value
  } catch {
    return undefined
  }
}

// 1.0 did not hold what other formats need; a later minor version holds more than we look at.
function isKnown(version: string): boolean {
  const [major, minor] = version.split('.').map(Number)
  return major === 1 && minor !== undefined && minor >= 1
}

const REMEDY = 'Name a file that portolan scan -f json=FILE wrote.'

function unread(at: string, message: string): Fault {
  return { code: 'REPORT_READ', at, message, remedy: REMEDY }
}

function foreign(at: string, version: string): Fault {
  const message = `${at} is a report of version ${version}; this Portolan converts those of 1.1 and later.`
  return {
    code: 'REPORT_READ',
    at,
    message,
    remedy: 'Scan again, or convert it by the Portolan that wrote it.',
  }
}

function misfit(at: string, path: string): Fault {
  return unread(at, `${at} is no whole report: ${path} is not as docs/api/report.schema.json says.`)
}
