import { isMapping, memberOf } from '../../../model/part.ts'
import { isAbsent, isText, type Answer } from '../answers.ts'
import type { Candidate, Site } from '../candidate.ts'
import type { Blame } from '../check.ts'
import { everyPair } from '../judges.ts'

const POD_KEY = 'seccomp.security.alpha.kubernetes.io/pod'
const CONTAINER_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/'

/** The annotations that named seccomp profiles before 1.19, as guides write them. */
export const SECCOMP_ANNOTATIONS = [
  `metadata.annotations["${POD_KEY}"]`,
  `metadata.annotations["${CONTAINER_PREFIX}*"]`,
] as const

/** Judges the annotation of the pod and those of containers that it has: others are without effect. */
export function judgeSeccompAnnotations(pod: Candidate): readonly Blame[] {
  const names = pod.containers.map(nameOf)
  const written = new Set(names)
  const areKnown = names.every(isText)
  const judge = everyPair(['annotations'], (key, value) => {
    if (key === POD_KEY) return judgeProfile(value)
    if (!key.startsWith(CONTAINER_PREFIX)) return 'allowed'
    // A name that is a placeholder has the same one in its annotation, so the text decides before the doubt.
    const isWritten = written.has(key.slice(CONTAINER_PREFIX.length))
    if (!isWritten && areKnown && isText(key)) return 'allowed'
    const answer = judgeProfile(value)
    return isWritten || answer === 'allowed' ? answer : 'unclear'
  })
  return judge(pod.metadata)
}

function nameOf({ value }: Site): unknown {
  if (isAbsent(value)) return ''
  return isMapping(value) ? (memberOf(value, 'name') ?? '') : undefined
}

function judgeProfile(value: unknown): Answer {
  const profile = value ?? ''
  // Decided by its beginning, so a placeholder may follow.
  if (typeof profile === 'string' && profile.startsWith('localhost/')) return 'allowed'
  if (!isText(profile)) return 'unclear'
  return profile === 'runtime/default' || profile === 'docker/default' ? 'allowed' : 'forbidden'
}
