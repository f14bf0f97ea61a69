import type { DatedFacts } from '../dated-facts.ts'

/** How long Amazon supports a minor version of Kubernetes on EKS. */
export interface EksSupport {
  readonly minor: number
  /** The last day of standard support (ISO 8601). */
  readonly standard: string
  /** The last day of extended support, after which Amazon upgrades the cluster itself. */
  readonly extended: string
}

/** Versions 1.x of EKS, the oldest first. A newer one than the last is in standard support until this table knows more. */
export const EKS_VERSIONS: DatedFacts & { readonly versions: readonly EksSupport[] } = {
  title: 'Versions of Kubernetes at Amazon EKS',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  read: '2026-11-25',
  holdsDays: 60,
  versions: [
    { minor: 27, standard: '2024-07-24', extended: '2025-07-24' },
    { minor: 28, standard: '2024-11-26', extended: '2025-11-26' },
    { minor: 29, standard: '2025-03-23', extended: '2026-03-23' },
    { minor: 30, standard: '2025-07-23', extended: '2026-07-23' },
    { minor: 31, standard: '2025-11-26', extended: '2026-11-26' },
    { minor: 32, standard: '2026-03-23', extended: '2027-03-23' },
    { minor: 33, standard: '2026-07-29', extended: '2027-07-29' },
    { minor: 34, standard: '2026-12-02', extended: '2027-12-02' },
    { minor: 35, standard: '2027-03-27', extended: '2028-03-27' },
    { minor: 36, standard: '2027-08-02', extended: '2028-08-02' },
  ],
}
