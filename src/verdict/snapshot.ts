import type { KnownFinding } from '../model/known-finding.ts'
import { formatPath, spotOf } from '../model/place.ts'
import { resourceKey } from '../model/resource.ts'
import { faultyFiles } from '../model/survey.ts'
import type { Snapshot } from './comparison.ts'
import type { Finding } from './finding.ts'
import type { Verdict } from './verdict.ts'

/** What a run was asked to look at, as far as its verdict does not tell. */
export interface Scope {
  /** Whether objects of all namespaces were judged. */
  readonly isWhole: boolean
  /** Whether this file would have been read if it were there. */
  readonly reaches: (file: string) => boolean
}

/** What a verdict found and looked at. */
export function snapshotOf({ rules, findings, scene, faults }: Verdict, scope: Scope): Snapshot {
  const asked = new Set(rules.map(({ id }) => id))
  const keys = new Set(scene.resources.map(resourceKey))
  const files = new Set(scene.resources.map(({ document }) => document.source.file))
  const faulty = new Set(faultyFiles(faults))
  // A file that is gone may be the one that could not be read, under another name.
  const isCovered = (file: string): boolean =>
    files.has(file) ? !faulty.has(file) : faulty.size === 0 && scope.reaches(file)
  return {
    findings: findings.map(knownOf),
    asks: (rule) => asked.has(rule),
    holds: (key) => keys.has(key),
    covers: (file) => scope.isWhole && isCovered(file),
  }
}

/** What is remembered of a finding. */
export function knownOf(finding: Finding): KnownFinding {
  const { id, rule, severity, state, message, resource, place } = finding
  const { apiVersion, kind, namespace, name } = resource
  const { file, line, column } = spotOf(place)
  return {
    id,
    rule: rule.id,
    severity,
    state,
    resource: { apiVersion, kind, namespace: namespace ?? null, name },
    file,
    path: formatPath(place.path),
    detail: { message, line, column },
  }
}
