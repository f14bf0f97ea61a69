import type { StatedVersion } from '../../analysis/cluster/stated-versions.ts'
import type { Offering } from '../../model/offering.ts'
import { EKS_VERSIONS } from '../cloud/eks-versions.data.ts'
import { SCALEWAY_VERSIONS } from '../cloud/scaleway-versions.data.ts'
import type { DatedFacts } from '../dated-facts.ts'
import { KUBERNETES_RELEASES } from './kubernetes-releases.data.ts'

/** Until when a version is supported, and by whom. `isSure` is false where the provider may support it for longer. */
export interface SupportEnd {
  readonly by: string
  /** Undefined when it ended before the oldest day that is listed. */
  readonly ends: string | undefined
  readonly isSure: boolean
}

/** The tables that are looked into. */
export const SUPPORT_FACTS: readonly DatedFacts[] = [
  KUBERNETES_RELEASES,
  { ...SCALEWAY_VERSIONS, offerings: ['kapsule', 'kosmos'] },
  { ...EKS_VERSIONS, offerings: ['eks'] },
]

/** When the support of a version ends, where it runs; undefined for one that is newer than what is listed. */
export function supportEnd(
  { text, release }: Pick<StatedVersion, 'text' | 'release'>,
  offering: Offering,
): SupportEnd | undefined {
  if (release?.major !== 1) return undefined
  const { minor } = release
  switch (providerOf(text, offering)) {
    case 'scaleway':
      return among(SCALEWAY_ENDS, minor, { by: 'Scaleway', isSure: true })
    case 'eks':
      return among(EKS_ENDS, minor, { by: 'Amazon EKS', isSure: true })
    case 'project':
      return among(PROJECT_ENDS, minor, { by: 'the project', isSure: true })
    case 'other':
      return among(PROJECT_ENDS, minor, { by: 'the project', isSure: false })
  }
}

// The version of a node tells its provider better than the rest of the estate does.
function providerOf(text: string, offering: Offering): 'scaleway' | 'eks' | 'project' | 'other' {
  if (text.includes('-eks-')) return 'eks'
  if (text.includes('-gke.')) return 'other'
  switch (offering) {
    case 'kapsule':
    case 'kosmos':
      return 'scaleway'
    case 'eks':
      return 'eks'
    case 'self-managed':
    case 'none':
      return 'project'
    default:
      return 'other'
  }
}

const PROJECT_ENDS: ReadonlyMap<number, string> = new Map(
  KUBERNETES_RELEASES.releases.map(({ minor, ends }) => [minor, ends]),
)
const EKS_ENDS: ReadonlyMap<number, string> = new Map(
  EKS_VERSIONS.versions.map(({ minor, standard }) => [minor, standard]),
)
const SCALEWAY_ENDS: ReadonlyMap<number, string> = new Map(
  Object.entries(SCALEWAY_VERSIONS.ends).map(([version, end]) => [
    Number(version.split('.')[1]),
    end,
  ]),
)

function among(
  listed: ReadonlyMap<number, string>,
  minor: number,
  whose: Omit<SupportEnd, 'ends'>,
): SupportEnd | undefined {
  const ends = listed.get(minor)
  if (ends !== undefined) return { ...whose, ends }
  return minor < Math.min(...listed.keys()) ? { ...whose, ends: undefined } : undefined
}
