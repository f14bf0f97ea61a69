import type { DatedFacts } from '../dated-facts.ts'

/** A minor release of Kubernetes 1: the last day of its patches, and the newest patch on the day of reading. */
export interface KubernetesRelease {
  readonly minor: number
  /** ISO 8601. */
  readonly ends: string
  readonly patch: number
  /** When that patch came out, ISO 8601. */
  readonly patched: string
}

/**
 * The minor releases, newest first. What is newer than the first is not listed yet; what is older than the last has
 * ended for years. Patches may be newer by now: who is behind these is behind those too.
 */
export const KUBERNETES_RELEASES = {
  title: 'Releases of Kubernetes',
  source: 'https://kubernetes.io/releases/',
  read: '2026-11-23',
  holdsDays: 60,
  releases: [
    { minor: 37, ends: '2027-10-28', patch: 1, patched: '2026-09-15' },
    { minor: 36, ends: '2027-06-28', patch: 4, patched: '2026-08-20' },
    { minor: 35, ends: '2027-02-28', patch: 9, patched: '2026-09-15' },
    { minor: 34, ends: '2026-10-27', patch: 11, patched: '2026-08-20' },
    { minor: 33, ends: '2026-06-28', patch: 13, patched: '2026-06-11' },
    { minor: 32, ends: '2026-02-28', patch: 13, patched: '2026-02-26' },
    { minor: 31, ends: '2025-11-11', patch: 14, patched: '2025-11-11' },
    { minor: 30, ends: '2025-07-15', patch: 14, patched: '2025-06-17' },
    { minor: 29, ends: '2025-02-28', patch: 15, patched: '2025-03-11' },
    { minor: 28, ends: '2024-10-28', patch: 15, patched: '2024-10-22' },
    { minor: 27, ends: '2024-06-28', patch: 16, patched: '2024-07-17' },
    { minor: 26, ends: '2024-02-28', patch: 15, patched: '2024-03-14' },
    { minor: 25, ends: '2023-10-27', patch: 16, patched: '2023-11-15' },
    { minor: 24, ends: '2023-07-28', patch: 17, patched: '2023-08-23' },
  ],
} as const satisfies DatedFacts & { readonly releases: readonly KubernetesRelease[] }
