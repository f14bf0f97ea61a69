import type { KubernetesVersion } from '../../../model/version.ts'
import { addMethods, method } from '../template/methods.ts'
import { goObject, type Dict, type GoObject, type Value } from '../template/value.ts'
import { API_VERSIONS, HELM } from './api-versions.data.ts'

/** What a chart is installed as, and into what. */
export interface Release {
  readonly name: string
  readonly namespace: string
  readonly kubernetes: KubernetesVersion
  /** The whole version as it was given, when it says more than that: `1.29.3`. */
  readonly kubeVersion?: string | undefined
  /** API versions that the cluster has besides the usual ones. */
  readonly apiVersions?: readonly string[]
}

/** `.Release`, as at a first installation. */
export function releaseOf({ name, namespace }: Release): Dict {
  return new Map<string, Value>([
    ['Name', name],
    ['Namespace', namespace],
    ['IsUpgrade', false],
    ['IsInstall', true],
    ['Revision', 1n],
    ['Service', 'Helm'],
  ])
}

/** The version of Kubernetes as charts are told it. */
export function versionOf({
  kubernetes: { major, minor },
  kubeVersion = '',
}: Pick<Release, 'kubernetes' | 'kubeVersion'>): string {
  const isWhole = /^v?\d{1,3}\.\d{1,3}\.\d/.test(kubeVersion)
  return isWhole ? `v${kubeVersion.replace(/^v/, '')}` : `v${major}.${minor}.0`
}

/** `.Capabilities` without a cluster. */
export function capabilitiesOf(release: Release): GoObject {
  const { kubernetes, apiVersions = [] } = release
  const version = versionOf(release)
  const all: readonly string[] = [...API_VERSIONS, ...apiVersions]
  const known = new Set(all)
  const versions = addMethods<readonly Value[]>(
    all,
    new Map([
      ['Has', method(1, ([wanted = null]) => typeof wanted === 'string' && known.has(wanted))],
    ]),
  )
  return goObject('*common.Capabilities', '', {
    APIVersions: versions,
    KubeVersion: goObject('common.KubeVersion', version, {
      Version: version,
      Major: String(kubernetes.major),
      Minor: String(kubernetes.minor),
      GitVersion: method(0, () => version),
      String: method(0, () => version),
    }),
    HelmVersion: goObject('version.BuildInfo', HELM.version, {
      Version: HELM.version,
      GitCommit: '',
      GitTreeState: 'clean',
      GoVersion: HELM.go,
      KubeClientVersion: HELM.client,
    }),
  })
}
