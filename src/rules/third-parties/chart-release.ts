import type { Path } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** A chart that a controller installs, and the version that is asked for. */
export interface ChartRelease {
  readonly chart: string
  /** Where the version stands, or would. */
  readonly place: Place
  /** Empty when it is not written. */
  readonly version: string
  /** Whether the version can be read: it is no placeholder and no other thing than a text. */
  readonly isReadable: boolean
}

/** The kinds by which controllers install charts: Flux, Argo CD, and the Helm controller of K3s and RKE2. */
export const RELEASE_KINDS = [
  'helm.toolkit.fluxcd.io/HelmRelease',
  'argoproj.io/Application',
  'argoproj.io/ApplicationSet',
  'helm.cattle.io/HelmChart',
] as const

/** The charts from repositories of charts that `resource` installs; what comes from Git has no version of its own. */
export function releasesOf(resource: Resource): readonly ChartRelease[] {
  switch (resource.type) {
    case 'helm.toolkit.fluxcd.io/HelmRelease':
      return ofFlux(resource)
    case 'argoproj.io/Application':
      return ofArgo(resource, ['spec'])
    case 'argoproj.io/ApplicationSet':
      return ofArgo(resource, ['spec', 'template', 'spec'])
    default:
      return ofRancher(resource)
  }
}

function ofFlux(resource: Resource): readonly ChartRelease[] {
  const spec = ['spec', 'chart', 'spec'] as const
  if (resource.get(...spec, 'sourceRef', 'kind')?.value !== 'HelmRepository') return []
  return releaseAt(resource, spec, 'version')
}

function ofArgo(resource: Resource, spec: Path): readonly ChartRelease[] {
  const several = resource.list(...spec, 'sources')
  return [
    ...releaseAt(resource, [...spec, 'source'], 'targetRevision'),
    ...several.flatMap((_, index) =>
      releaseAt(resource, [...spec, 'sources', index], 'targetRevision'),
    ),
  ]
}

function ofRancher(resource: Resource): readonly ChartRelease[] {
  const chart = resource.get('spec', 'chart')?.value
  // An archive has its version in its name, and a chart may also be written into the object itself.
  return typeof chart === 'string' && !chart.endsWith('.tgz')
    ? releaseAt(resource, ['spec'], 'version')
    : []
}

function releaseAt(resource: Resource, path: Path, field: string): readonly ChartRelease[] {
  const chart = resource.get(...path, 'chart')
  if (typeof chart?.value !== 'string' || chart.value === '') return []
  const version = resource.get(...path, field)
  return [
    {
      chart: chart.value,
      place: resource.at(...path, field),
      version: typeof version?.value === 'string' ? version.value : '',
      isReadable: version === undefined || (version.resolved && typeof version.value === 'string'),
    },
  ]
}
