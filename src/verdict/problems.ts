import type { WorkloadVerdict } from './workloads.ts'

/** A share of the estate; undefined numbers mean that nobody looked. */
export interface Share {
  readonly title: string
  readonly bad: number | undefined
  readonly all: number | undefined
  /** What is counted, for people: "of 31 workloads run above the baseline level". */
  readonly what: string
}

/**
 * "How bad is it?" for the four commonest problems: no security policies, no network policies, vulnerable packages,
 * unencrypted data. What no reader looks at yet says so.
 */
export function problemsOf(workloads: readonly WorkloadVerdict[]): readonly Share[] {
  return [
    securityPolicies(workloads),
    { title: 'Network policies', bad: undefined, all: undefined, what: 'workloads' },
    { title: 'Vulnerable packages', bad: undefined, all: undefined, what: 'packages' },
    { title: 'Unencrypted data', bad: undefined, all: undefined, what: 'stores and links' },
  ]
}

function securityPolicies(workloads: readonly WorkloadVerdict[]): Share {
  // None of none would read as good news.
  const isKnown = workloads.length > 0
  return {
    title: 'Security policies',
    bad: isKnown ? workloads.filter(({ level }) => level === 'privileged').length : undefined,
    all: isKnown ? workloads.length : undefined,
    what: 'workloads ask for more than the baseline level allows',
  }
}
