import type { Stop } from '../model/itinerary.ts'
import type { Survey } from '../model/survey.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf } from '../rules/topics.ts'
import { findingsOf, type Finding } from './finding.ts'
import { focusOf, type Action } from './focus.ts'
import { problemsOf, type Share } from './problems.ts'
import { judgeStops, type StopReach, type StopVerdict } from './stops.ts'
import { judgeWorkloads, type WorkloadVerdict } from './workloads.ts'

/** The whole answer: how bad, what first, whose move, and what was not seen. */
export interface Verdict extends Survey {
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  readonly workloads: readonly WorkloadVerdict[]
  readonly stops: readonly StopVerdict[]
  readonly focus: readonly Action[]
  readonly problems: readonly Share[]
}

/** Judges what was read by `rules`. Same survey, same verdict. */
export function judgeSurvey(survey: Survey, rules: readonly Rule[]): Verdict {
  const { scene } = survey
  const findings = findingsOf(judge(scene, rules), scene)
  const workloads = judgeWorkloads(scene)
  return {
    ...survey,
    rules,
    findings,
    workloads,
    stops: judgeStops(findings, reachOf(survey, rules)),
    focus: focusOf(findings),
    problems: problemsOf(scene, workloads),
  }
}

/** Whether anything that was asked for was not examined: then nothing may be called clean. */
export function isIncomplete(verdict: Verdict): boolean {
  return verdict.faults.length > 0 || verdict.coverage.some((c) => c.examined < c.asked)
}

// A stop without rules examines nothing. With rules, what could not be read could have belonged to any of them.
function reachOf(survey: Survey, rules: readonly Rule[]): Readonly<Record<Stop, StopReach>> {
  const judged = new Set(rules.map(stopOf))
  const examined = survey.scene.resources.length
  const missed = survey.coverage.reduce((sum, c) => sum + c.asked - c.examined, 0)
  const reach = (stop: Stop): StopReach => ({
    asked: examined + missed,
    examined: judged.has(stop) ? examined : 0,
  })
  return {
    cloud: reach('cloud'),
    cluster: reach('cluster'),
    identity: reach('identity'),
    workloads: reach('workloads'),
    network: reach('network'),
    'third-parties': reach('third-parties'),
    data: reach('data'),
    code: reach('code'),
  }
}
