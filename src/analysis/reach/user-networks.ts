import { valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { podsAcross, podsOf } from './pod-group.ts'
import type { PodGroup } from './policy.ts'

/** A network of its own for some pods, in place of the one that policies are read for here. */
export interface UserNetwork {
  readonly resource: Resource
  readonly pods: PodGroup
}

const [OWN, SHARED, ATTACHED] = [
  'k8s.ovn.org/UserDefinedNetwork',
  'k8s.ovn.org/ClusterUserDefinedNetwork',
  'k8s.cni.cncf.io/NetworkAttachmentDefinition',
]

/**
 * The primary networks that OVN-Kubernetes gives to pods: whom they reach over them is not known here. Secondary ones
 * leave the network of the cluster as it is. Source: k8s.ovn.org/v1, OVN-Kubernetes 1.1.
 */
export function userNetworksIn(scene: Scene): readonly UserNetwork[] {
  const own = [
    ...scene.ofKind(OWN).filter((resource) => isPrimary(resource, ['spec'])),
    ...scene.ofKind(ATTACHED).filter(isPrimaryAttachment),
  ]
  return [
    ...own.map((resource) => ({ resource, pods: podsOf(resource.namespace ?? '', undefined) })),
    ...scene
      .ofKind(SHARED)
      .filter((resource) => isPrimary(resource, ['spec', 'network']))
      .map((resource) => ({
        resource,
        pods: podsAcross(resource.get('spec', 'namespaceSelector')?.value, undefined),
      })),
  ]
}

// What does not say that it is secondary may be primary.
function isPrimary({ value }: Resource, path: readonly string[]): boolean {
  const layers = ['layer2', 'layer3', 'localnet'].map((layer) =>
    valueAt(value, [...path, layer, 'role']),
  )
  return !layers.includes('Secondary')
}

// Its configuration is a text of JSON in which most is about secondary networks.
function isPrimaryAttachment(resource: Resource): boolean {
  const config = resource.get('spec', 'config')?.value
  return typeof config === 'string' && /"role"\s*:\s*"primary"/i.test(config)
}
