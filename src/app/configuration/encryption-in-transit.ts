import { isList } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { openHosts } from '../../rules/data/open-hosts.ts'
import { hasIssuer, tlsEntryFor } from '../../rules/data/tls-entry.ts'
import {
  isManifest,
  manifestOf,
  withMetadata,
  type Chapter,
  type Draft,
  type Manifest,
} from './draft.ts'

const CLUSTER_ISSUER = 'cert-manager.io/cluster-issuer'

/** Lets cert-manager issue what open hosts lack, where it is in use, and a mesh of Istio take mutual TLS alone. */
export function draftEncryptionInTransit(scene: Scene): Draft {
  const issuer = issuerIn(scene)
  const open = scene
    .ofKind('Ingress')
    .filter((ingress) => openHosts(ingress, scene).some(({ sure }) => sure))
  return {
    chapters: [
      ...(issuer === undefined ? [] : open.flatMap((ingress) => sealed(ingress, issuer, scene))),
      ...strictMesh(scene),
    ],
    notes:
      issuer === undefined && open.length > 0
        ? ['Nothing that was read issues certificates: name an issuer for the open hosts.']
        : [],
  }
}

// The issuer that others of the estate use; with several of them a person has to choose.
function issuerIn(scene: Scene): string | undefined {
  const names = new Set([
    ...scene.ofKind('cert-manager.io/ClusterIssuer').map(({ name }) => name),
    ...scene.ofKind('Ingress').flatMap(({ annotations }) => annotations[CLUSTER_ISSUER] ?? []),
  ])
  const [name] = names
  return names.size === 1 ? name : undefined
}

function sealed(ingress: Resource, issuer: string, scene: Scene): readonly Chapter[] {
  const manifest = manifestOf(ingress)
  const entries = openHosts(ingress, scene).flatMap(
    ({ place }) => tlsEntryFor(ingress, place) ?? [],
  )
  const spec = manifest?.['spec']
  if (manifest === undefined || !isManifest(spec) || entries.length === 0) return []
  const tls = isList(spec['tls']) ? spec['tls'] : []
  const whole: Manifest = { ...manifest, spec: { ...spec, tls: [...tls, ...entries] } }
  return [
    {
      why: [`${ingress.namespace}: every host of Ingress "${ingress.name}" over TLS.`],
      manifests: [
        hasIssuer(ingress)
          ? whole
          : withMetadata(whole, 'annotations', { [CLUSTER_ISSUER]: issuer }),
      ],
    },
  ]
}

const ISTIO_GROUPS = /^(?:security|networking)\.istio\.io\//

function strictMesh(scene: Scene): readonly Chapter[] {
  const isThere =
    scene.resources.some(({ type }) => ISTIO_GROUPS.test(type)) ||
    scene.ofKind('Namespace').some(({ labels }) => labels['istio-injection'] === 'enabled')
  const wide = scene.find('security.istio.io/PeerAuthentication', 'istio-system', 'default')
  if (!isThere || wide?.get('spec', 'mtls', 'mode')?.value === 'STRICT') return []
  return [
    {
      why: ['The mesh of Istio takes nothing but mutual TLS.'],
      manifests: [
        {
          apiVersion: 'security.istio.io/v1',
          kind: 'PeerAuthentication',
          metadata: { name: 'default', namespace: 'istio-system' },
          spec: { mtls: { mode: 'STRICT' } },
        },
      ],
    },
  ]
}
