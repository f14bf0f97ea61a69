import { knownKey, type KnownFinding } from '../model/known-finding.ts'

/** What a run found, and what it looked at: without the latter nobody knows what is gone. */
export interface Snapshot {
  readonly findings: readonly KnownFinding[]
  /** Whether this rule was asked. */
  readonly asks: (rule: string) => boolean
  /** Whether the object of that `resourceKey` was examined. */
  readonly holds: (key: string) => boolean
  /** Whether all that this file may hold was examined; true also for one that is not there any more. */
  readonly covers: (file: string) => boolean
}

/** What became of the findings of an earlier run. All but `fresh` and `same` are as they were told then. */
export interface Comparison {
  readonly fresh: readonly KnownFinding[]
  readonly same: readonly KnownFinding[]
  readonly gone: readonly KnownFinding[]
  /** Not found again, but nobody looked: neither gone nor still there. */
  readonly unknown: readonly KnownFinding[]
}

/**
 * Compares by identity, which neither files nor lines nor the order of reading change. What is open now and was waived
 * or could not be told before is new: nobody had accepted it. O(findings).
 */
export function compare(old: readonly KnownFinding[], now: Snapshot): Comparison {
  const before = new Map(old.map((finding) => [keyOf(finding), finding]))
  const present = new Set(now.findings.map(keyOf))
  const lost = old.filter((finding) => !present.has(keyOf(finding)))
  return {
    fresh: now.findings.filter((finding) => isFresh(finding, before.get(keyOf(finding)))),
    same: now.findings.filter((finding) => !isFresh(finding, before.get(keyOf(finding)))),
    gone: lost.filter((finding) => isSeen(finding, now)),
    unknown: lost.filter((finding) => !isSeen(finding, now)),
  }
}

function keyOf({ id, sameAs }: KnownFinding): string {
  return sameAs ?? id
}

function isFresh(now: KnownFinding, before: KnownFinding | undefined): boolean {
  return before === undefined || (now.state === 'open' && before.state !== 'open')
}

function isSeen({ rule, resource, file }: KnownFinding, now: Snapshot): boolean {
  return now.asks(rule) && (now.holds(knownKey(resource)) || now.covers(file))
}
