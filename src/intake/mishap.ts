import { FAULT_CODES, type FaultCode } from '../base/fault-codes.data.ts'
import type { Fault } from '../base/fault.ts'
import type { Coverage } from '../model/coverage.ts'

/** What coverage counts. */
export type Unit = 'files' | 'documents' | 'objects' | 'modules' | 'charts'

/**
 * A fault and the thing that it kept from being examined: exactly one file, document, object, module or chart, or `nothing` when all
 * was examined all the same (a key given twice).
 */
export interface Mishap {
  readonly unit: Unit | 'nothing'
  readonly fault: Fault
}

/** A fault that kept one `unit` from being examined. */
export function missed(unit: Unit, fault: Fault): Mishap {
  return { unit, fault }
}

/** A fault that kept nothing from being examined. */
export function noted(fault: Fault): Mishap {
  return { unit: 'nothing', fault }
}

/** The coverage of one unit: `examined` of them were, each of the `mishaps` that concern it stands for one that was not. */
export function coverageOf(unit: Unit, examined: number, mishaps: readonly Mishap[]): Coverage {
  const counts = new Map<string, number>()
  for (const mishap of mishaps) {
    if (mishap.unit !== unit) continue
    const why = reasonOf(mishap.fault.code)
    counts.set(why, (counts.get(why) ?? 0) + 1)
  }
  const reasons = [...counts].map(([why, count]) => ({ why, count }))
  const lost = reasons.reduce((sum, { count }) => sum + count, 0)
  return { what: unit, asked: examined + lost, examined, reasons }
}

const REASONS: Readonly<Partial<Record<FaultCode, string>>> = {
  INTAKE_NOT_FOUND: 'not there',
  INTAKE_UNREADABLE: 'could not be opened or read',
  INTAKE_OUTSIDE_ROOT: 'a link out of the given folder',
  INTAKE_TOO_LARGE: 'too large',
  INTAKE_TOO_DEEP: 'nested too deeply',
  INTAKE_TOO_MANY: 'too many of them',
  INTAKE_ALIASES: 'an alias bomb',
  INTAKE_ENCODING: 'not UTF-8',
  INTAKE_BINARY: 'binary content',
  INTAKE_YAML: 'not valid YAML',
  INTAKE_JSON: 'not valid JSON',
  INTAKE_HCL: 'not valid HCL',
  INTAKE_MODULE: 'a module that was not read',
  INTAKE_TEMPLATE: 'a template that was not rendered',
  INTAKE_KUSTOMIZE: 'a kustomization that does not build',
  INTAKE_REMOTE: 'a part from the network',
  INTAKE_PLUGIN: 'a part made by a plug-in',
  INTAKE_DOCKERFILE: 'not a valid Dockerfile',
  INTAKE_LOCK_FILE: 'not a lock file as its tool writes it',
  INTAKE_CHART: 'not as a chart has to be, or not complete',
  INTAKE_RENDER: 'did not render',
  INTAKE_PATCH: 'a Kustomize patch, part of an object only',
  INTAKE_OBJECT: 'not a whole Kubernetes object',
}

function reasonOf(code: FaultCode): string {
  return REASONS[code] ?? FAULT_CODES[code]
}
