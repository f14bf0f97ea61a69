import { candidateFor } from '../analysis/pod-security/candidate.ts'
import {
  levelOf,
  NEWEST_POLICY,
  violationsIn,
  type Level,
  type PolicyVersion,
  type Violation,
} from '../analysis/pod-security/evaluate.ts'
import { oncePerScene } from '../model/once-per-scene.ts'
import type { Place } from '../model/place.ts'
import type { Pod } from '../model/pod.ts'
import type { Resource } from '../model/resource.ts'
import type { Scene } from '../model/scene.ts'

/** A check of the Pod Security Standards that a workload fails, and the fields it fails on. */
interface FailedCheck {
  readonly check: string
  readonly level: Violation['level']
  /** False when a placeholder hides what decides. */
  readonly sure: boolean
  readonly places: readonly Place[]
}

/** The Pod Security level of one workload, as the API server would judge its pods. */
export interface WorkloadVerdict {
  readonly resource: Resource
  readonly place: Place
  readonly level: Level
  /** False when a placeholder hides what decides: the level is then the best that is certain to be wrong in no check. */
  readonly sure: boolean
  readonly failing: readonly FailedCheck[]
}

/** Judges every workload by the Pod Security Standards of the scene's Kubernetes version. */
export const judgeWorkloads = oncePerScene((scene): readonly WorkloadVerdict[] => {
  const version = policyVersion(scene)
  return scene.pods.map((pod) => judgeWorkload(pod, version))
})

function judgeWorkload(pod: Pod, version: PolicyVersion): WorkloadVerdict {
  const { owner } = pod
  const found = violationsIn(candidateFor(pod), version)
  const { level, sure } = levelOf(found)
  const template = pod.path.slice(0, -1)
  return {
    resource: owner,
    place: owner.place,
    level,
    sure,
    failing: found.map((violation) => ({
      check: violation.check,
      level: violation.level,
      sure: violation.sure,
      places: violation.fields.map((field) => ({
        document: owner.document,
        path: [...template, ...field],
      })),
    })),
  }
}

// A cluster newer than what we know is judged by the newest policy we know, as an older API server would.
function policyVersion({ kubernetes }: Scene): PolicyVersion {
  return { major: 1, minor: Math.min(kubernetes.minor, NEWEST_POLICY.minor) }
}
