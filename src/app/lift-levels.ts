import type { Resource } from '../model/resource.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { WorkloadVerdict } from '../verdict/workloads.ts'

type Level = WorkloadVerdict['level']

/** The Pod Security level that a workload keeps while a restriction is lifted, and the one it would have without. */
export interface LevelWords {
  readonly resource: Resource
  readonly lifted: Level
  readonly kept: Level
}

/** The levels of the workloads with these findings; `checks` are the demands that the rule stands for. */
export function standingLevels(
  { workloads }: Verdict,
  findings: readonly Finding[],
  checks: ReadonlySet<string>,
): readonly LevelWords[] {
  const concerned = new Set(findings.map(({ resource }) => resource))
  return workloads
    .filter(({ resource }) => concerned.has(resource))
    .map(({ resource, level, failing }) => ({
      resource,
      lifted: level,
      kept: levelOf(failing.filter(({ check }) => !checks.has(check))),
    }))
}

function levelOf(failing: WorkloadVerdict['failing']): Level {
  if (failing.some(({ level }) => level === 'baseline')) return 'privileged'
  return failing.length > 0 ? 'baseline' : 'restricted'
}
