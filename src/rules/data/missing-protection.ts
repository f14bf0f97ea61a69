import { hasEstateTool, isBackedUp } from '../../analysis/backups/backup-cover.ts'
import { ingressHosts } from '../../analysis/encryption/ingress-tls.ts'
import { classEncryption } from '../../analysis/encryption/storage-class.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { className } from './claims.ts'
import { personalDeclaration } from './data-class.ts'
import { isWorthCopying } from './kept-data.ts'
import { tlsOffWords } from './link-words.ts'

// Policies of every plugin that is common; which pods they select is told by rules of the stop network.
const POLICIES = [
  'NetworkPolicy',
  'cilium.io/CiliumNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
] as const

const WIDE_POLICIES = [
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
] as const

/**
 * What protects personal data elsewhere and not here: a namespace is asked for all that is in it, an object for itself
 * when its namespace declares nothing. Only what was read and is certain counts.
 */
export function missingProtection(resource: Resource, scene: Scene): readonly string[] {
  if (resource.type === 'Namespace') return ofNamespace(resource.name, scene)
  const outer = scene.find('Namespace', undefined, resource.namespace ?? '')
  if (outer !== undefined && personalDeclaration(outer, scene) !== undefined) return []
  return [...ofStorage([resource], scene), ...ofCopies([resource], scene)]
}

function ofNamespace(namespace: string, scene: Scene): readonly string[] {
  const kept = ['PersistentVolumeClaim', 'StatefulSet', 'Deployment'].flatMap((kind) =>
    scene.inNamespace(kind, namespace),
  )
  return [
    ...ofStorage(kept, scene),
    ...ofHosts(namespace, scene),
    ...ofClients(namespace, scene),
    ...ofCopies(kept, scene),
    ...ofPolicies(namespace, scene),
  ]
}

function ofStorage(kept: readonly Resource[], scene: Scene): readonly string[] {
  const names = kept.flatMap((object) => [
    className(object.value),
    ...object.list('spec', 'volumeClaimTemplates').map(({ value }) => className(value)),
  ])
  const clear = names.find((name) => {
    const storageClass =
      name === undefined ? undefined : scene.find('StorageClass', undefined, name)
    return storageClass !== undefined && classEncryption(storageClass).state === 'clear'
  })
  return clear === undefined ? [] : [`class "${clear}" stores it in clear`]
}

function ofHosts(namespace: string, scene: Scene): readonly string[] {
  const ingress = scene
    .inNamespace('Ingress', namespace)
    .find((each) => ingressHosts(each, scene).some(({ cover }) => cover === 'clear'))
  return ingress === undefined ? [] : [`Ingress "${ingress.name}" serves it without TLS`]
}

function ofClients(namespace: string, scene: Scene): readonly string[] {
  const pod = scene
    .podsIn(namespace)
    .find(({ containers }) => containers.some((container) => tlsOffWords(container).length > 0))
  return pod === undefined
    ? []
    : [`"${pod.owner.name}" reaches its database without TLS or its checks`]
}

function ofCopies(kept: readonly Resource[], scene: Scene): readonly string[] {
  if (!hasEstateTool(scene)) return []
  const store = kept.find((each) => isWorthCopying(each, scene) && !isBackedUp(each, scene))
  return store === undefined ? [] : [`nothing copies "${store.name}"`]
}

function ofPolicies(namespace: string, scene: Scene): readonly string[] {
  const isBounded =
    scene.podsIn(namespace).length === 0 ||
    POLICIES.some((kind) => scene.inNamespace(kind, namespace).length > 0) ||
    WIDE_POLICIES.some((kind) => scene.ofKind(kind).length > 0)
  return isBounded ? [] : ['no network policy bounds who reaches it']
}
