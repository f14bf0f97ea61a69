import { encryptionShare } from '../analysis/encryption/encryption-share.ts'
import { networkShare } from '../analysis/isolation/network-share.ts'
import { countPackages } from '../analysis/packages/flawed.ts'
import type { Scene } from '../model/scene.ts'
import type { WorkloadVerdict } from './workloads.ts'

/** A share of the estate; undefined numbers mean that nobody looked. */
export interface Share {
  readonly title: string
  readonly bad: number | undefined
  readonly all: number | undefined
  /** What is counted, for people: "of 31 workloads run above the baseline level". */
  readonly what: string
  /** The same in as few words as will do behind the numbers. */
  readonly brief: string
}

/**
 * "How bad is it?" for the four commonest problems: no security policies, no network policies, vulnerable packages,
 * unencrypted data. What no reader looks at yet says so.
 */
export function problemsOf(scene: Scene, workloads: readonly WorkloadVerdict[]): readonly Share[] {
  return [
    securityPolicies(workloads),
    networkPolicies(scene),
    vulnerablePackages(scene),
    unencryptedData(scene),
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
    brief: 'workloads above baseline',
  }
}

function networkPolicies(scene: Scene): Share {
  const { open, all } = networkShare(scene)
  const isKnown = all > 0
  return {
    title: 'Network policies',
    bad: isKnown ? open : undefined,
    all: isKnown ? all : undefined,
    what: 'workloads are not known to be isolated in both directions',
    brief: 'not isolated',
  }
}

// Of those that were examined: what nothing is known of is neither good nor bad, and counted as not examined.
function vulnerablePackages(scene: Scene): Share {
  const { examined, flawed } = countPackages(scene)
  const isKnown = examined > 0
  return {
    title: 'Vulnerable packages',
    bad: isKnown ? flawed : undefined,
    all: isKnown ? examined : undefined,
    what: isKnown ? 'packages have known flaws' : 'packages',
    brief: 'vulnerable packages',
  }
}

function unencryptedData(scene: Scene): Share {
  const { open, all } = encryptionShare(scene)
  const isKnown = all > 0
  return {
    title: 'Unencrypted data',
    bad: isKnown ? open : undefined,
    all: isKnown ? all : undefined,
    what: 'stores and links are not known to be encrypted',
    brief: 'stores and links in clear',
  }
}
