import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import { isAbsent, type Answer, type ValueJudge } from './answers.ts'
import type { Candidate, Claim, Site } from './candidate.ts'
import type { Blame, Judge } from './check.ts'

/** Judges one part of a pod. */
export type SiteJudge = (site: Site) => readonly Blame[]

/** The names that lead from a site to a field. */
export type FieldPath = readonly string[]

/** The answer to a part without fault: one for all, as most parts have none and nothing should be made for them. */
export const NO_BLAME: readonly Blame[] = []

/** Judges the spec of the pod. */
export function inPod(judge: SiteJudge): Judge {
  return (pod) => judge(pod.spec)
}

/** Judges every container of the pod. */
export function inContainers(judge: SiteJudge): Judge {
  return (pod) => collect(pod.containers, judge)
}

/** Judges the spec of the pod and every container, for fields that both have under the same path. */
export function inPodAndContainers(judge: SiteJudge): Judge {
  return (pod) => join(judge(pod.spec), collect(pod.containers, judge))
}

/**
 * Judges a setting that containers take over from their pod: it must be right wherever it is written, and where a
 * container does not write it, the pod must. A container that takes over a wrong setting is not blamed for it again.
 */
export function inherited(setting: FieldPath, judge: SiteJudge): Judge {
  const whereWritten = ifWritten(setting, judge)
  return (pod) => {
    const judgeContainer = isWritten(pod.spec, setting) ? whereWritten : judge
    return join(whereWritten(pod.spec), collect(pod.containers, judgeContainer))
  }
}

/** Judges the field at `path`; a parent that is no mapping is blamed in its place, and nobody can tell. */
export function field(path: FieldPath, judge: ValueJudge): SiteJudge {
  return (site) => judgeField(site, path, judge)
}

/** Judges the field at `path` below every member of the list at `list`; an absent list has none. */
export function members(list: FieldPath, path: FieldPath, judge: ValueJudge): SiteJudge {
  return everyMember(list, field(path, judge))
}

/** Judges every member of the list at `list`; an absent list has none. */
export function everyMember(list: FieldPath, judge: SiteJudge): SiteJudge {
  return (site) => {
    const unreadable = judgeField(site, list, unsetOrList)
    const values = valueAt(site.value, list)
    if (unreadable !== NO_BLAME || !isList(values)) return unreadable
    return collect(values, (value, index) => judge({ value, path: [...site.path, ...list, index] }))
  }
}

/** Judges every pair of the mapping at `path`, its key and its value, a null as undefined. */
export function everyPair(
  path: FieldPath,
  judge: (key: string, value: unknown) => Answer,
): SiteJudge {
  return (site) => {
    const unreadable = judgeField(site, path, unsetOrMapping)
    const mapping = valueAt(site.value, path)
    if (unreadable !== NO_BLAME || !isMapping(mapping)) return unreadable
    return collect(Object.keys(mapping), (key) =>
      blame(site, [...path, key], judge(key, memberOf(mapping, key) ?? undefined)),
    )
  }
}

/** Judges a part only when something is written at `path`, an empty mapping included. */
export function ifWritten(path: FieldPath, judge: SiteJudge): SiteJudge {
  return (site) => (isWritten(site, path) ? judge(site) : NO_BLAME)
}

/** Blames for what any of `judges` blames. */
export function all(...judges: readonly SiteJudge[]): SiteJudge {
  return (site) => collect(judges, (judge) => judge(site))
}

/** Lets Windows pods pass: the API server refuses the field on them. */
export function unlessWindows(judge: Judge): Judge {
  return unless((pod) => pod.isWindows, judge)
}

/** Lets pods with a user namespace of their own pass: root inside is nobody outside (KEP-127). */
export function unlessUserNamespace(judge: Judge): Judge {
  return unless((pod) => pod.hasUserNamespace, judge)
}

/** The blames of two judges in one list. */
export function join(first: readonly Blame[], second: readonly Blame[]): readonly Blame[] {
  if (first.length === 0) return second
  return second.length === 0 ? first : [...first, ...second]
}

function unless(isExempt: (pod: Candidate) => Claim, judge: Judge): Judge {
  return (pod) => {
    const exempt = isExempt(pod)
    if (exempt === true) return NO_BLAME
    const blames = judge(pod)
    return exempt === false ? blames : blames.map(({ field }) => ({ field, sure: false }))
  }
}

function judgeField(site: Site, path: FieldPath, judge: ValueJudge): readonly Blame[] {
  let { value } = site
  let depth = 0
  for (const name of path) {
    if (isAbsent(value)) return blame(site, path, judge(undefined))
    if (!isMapping(value)) return blame(site, path.slice(0, depth), 'unclear')
    // No field of a pod has a name that every object inherits, so nothing inherited is met.
    value = value[name]
    depth++
  }
  return blame(site, path, judge(value ?? undefined))
}

function isWritten(site: Site, path: FieldPath): boolean {
  let { value } = site
  for (const name of path) {
    if (isAbsent(value)) return false
    // Whatever this is, it is not silence.
    if (!isMapping(value)) return true
    value = value[name]
  }
  return !isAbsent(value)
}

function blame(site: Site, path: FieldPath, answer: Answer): readonly Blame[] {
  if (answer === 'allowed') return NO_BLAME
  return [{ field: [...site.path, ...path], sure: answer === 'forbidden' }]
}

function collect<T>(
  subjects: readonly T[],
  judge: (subject: T, index: number) => readonly Blame[],
): readonly Blame[] {
  let blames: Blame[] | undefined
  let index = 0
  for (const subject of subjects) {
    const found = judge(subject, index++)
    if (found.length === 0) continue
    blames ??= []
    for (const blame of found) blames.push(blame)
  }
  return blames ?? NO_BLAME
}

function unsetOrList(value: unknown): Answer {
  return value === undefined || isList(value) ? 'allowed' : 'unclear'
}

function unsetOrMapping(value: unknown): Answer {
  return value === undefined || isMapping(value) ? 'allowed' : 'unclear'
}
