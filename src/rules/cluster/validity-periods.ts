import { partAt } from '../../analysis/cluster/from-settings.ts'
import type { Path } from '../../model/document.ts'
import type { Field, Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { parseDuration } from '../data/duration.ts'

const CONTROL_PLANE = 'controlplane.cluster.x-k8s.io'

const SPECS: Readonly<Record<string, Path>> = {
  [`${CONTROL_PLANE}/KubeadmControlPlane`]: ['spec', 'kubeadmConfigSpec', 'clusterConfiguration'],
  [`${CONTROL_PLANE}/KubeadmControlPlaneTemplate`]: [
    'spec',
    'template',
    'spec',
    'kubeadmConfigSpec',
    'clusterConfiguration',
  ],
}

/** The kinds that say for how long kubeadm makes certificates. */
export const VALIDITY_KINDS: readonly string[] = ['ClusterConfiguration', ...Object.keys(SPECS)]

/** For how long certificates are made; `days` is undefined when nobody can tell. */
export interface ValidityPeriod {
  readonly field: Field
  readonly days: number | undefined
  readonly isCa: boolean
}

/** What a file of kubeadm, or an object of Cluster API, says of the life of certificates. */
export function validityPeriods(resource: Resource): readonly ValidityPeriod[] {
  const path = SPECS[resource.type]
  const cluster = path === undefined ? ofKubeadm(resource) : partAt(resource, ...path)
  if (cluster === undefined) return []
  return ['certificateValidityPeriod', 'caCertificateValidityPeriod'].flatMap((name) => {
    // Cluster API counts days from its second beta on.
    const field = cluster.get(`${name}Days`) ?? cluster.get(name)
    if (field === undefined) return []
    return [{ field, days: daysIn(field), isCa: name.startsWith('ca') }]
  })
}

function ofKubeadm(resource: Resource): Reader | undefined {
  return resource.type === 'ClusterConfiguration' ? resource : undefined
}

const DAY_SECONDS = 86_400

function daysIn({ value, resolved }: Field): number | undefined {
  if (!resolved) return undefined
  if (typeof value === 'number') return value
  const seconds = parseDuration(value)
  return seconds === undefined ? undefined : Math.floor(seconds / DAY_SECONDS)
}
