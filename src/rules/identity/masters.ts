import { isKubeconfig, kubeconfigUsers } from '../../analysis/kubeconfig/kubeconfig.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { knownSubjects, roleGivenBy } from './binding.ts'
import { certificateSubject } from './client-certificate.ts'

/** The cluster as the command-line tool of EKS describes it. */
export const EKSCTL_CLUSTER = 'eksctl.io/ClusterConfig'

/** A field that puts somebody into system:masters, or counts on its members. */
export interface Membership {
  readonly place: Place
  /** The beginning of a sentence that ends in the group. */
  readonly who: string
}

const MASTERS = 'system:masters'

/** The fields of an object by which somebody is in system:masters. */
export function membershipsIn(resource: Resource): readonly Membership[] {
  switch (resource.type) {
    case 'ConfigMap':
      return inAwsAuth(resource)
    case 'Config':
      return inKubeconfig(resource)
    case EKSCTL_CLUSTER:
      return inEksctl(resource)
    default:
      return inBinding(resource)
  }
}

function inBinding(binding: Resource): readonly Membership[] {
  // Every cluster has this one: it says what the API server does anyway.
  if (binding.name === 'cluster-admin' && roleGivenBy(binding)?.name === 'cluster-admin') return []
  return knownSubjects(binding)
    .filter(({ subject }) => subject.kind === 'Group' && subject.name === MASTERS)
    .map(({ place }) => ({ place, who: 'The binding counts on' }))
}

// The mapping of cloud identities to groups on EKS.
function inAwsAuth(configMap: Resource): readonly Membership[] {
  if (configMap.name !== 'aws-auth' || configMap.namespace !== 'kube-system') return []
  return (['mapRoles', 'mapUsers'] as const).flatMap((key) => {
    const mapping = configMap.get('data', key)
    const isMaster = typeof mapping?.value === 'string' && mapping.value.includes(MASTERS)
    return isMaster ? { place: mapping.place, who: 'A cloud identity is mapped to' } : []
  })
}

function inEksctl(config: Resource): readonly Membership[] {
  return config.list('iamIdentityMappings').flatMap((_, index) =>
    config
      .list('iamIdentityMappings', index, 'groups')
      .filter(({ value }) => value === MASTERS)
      .map(({ place }) => ({ place, who: 'A cloud identity is mapped to' })),
  )
}

function inKubeconfig(kubeconfig: Resource): readonly Membership[] {
  if (!isKubeconfig(kubeconfig)) return []
  return kubeconfigUsers(kubeconfig).flatMap(({ name, path }) => {
    const certificate = kubeconfig.get(...path, 'client-certificate-data')
    if (!certificateSubject(certificate?.value)?.groups.includes(MASTERS)) return []
    const place = kubeconfig.at(...path, 'client-certificate-data')
    return { place, who: `The certificate of user "${name}" is made out to` }
  })
}
