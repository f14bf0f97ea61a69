import { NAMESPACE_NAME } from '../../../analysis/isolation/subjects.ts'
import type { Scene } from '../../../model/scene.ts'
import { METADATA_ADDRESSES } from '../../../rules/network/metadata-addresses.data.ts'
import type { Chapter } from '../draft.ts'
import { isManaged, MANAGED_LABEL } from './managed.ts'
import { dnsLabels } from './peers.ts'

/** Where what holds for all namespaces is written: in each of them, or once in a tier of administrators above them. */
export type Tier = 'namespace' | 'admin'

const KIND = 'ClusterNetworkPolicy'
const NAME = 'portolan-guard'
// In the middle, so that others find room before it and behind it.
const PRIORITY = 500

/** The tier to write to: what was written above the namespaces once stays there. */
export function tierIn(scene: Scene, asked: Tier): Tier {
  return scene.ofKind(KIND).some(isManaged) ? 'admin' : asked
}

/**
 * The policy that lets all namespaces but the cluster's own ask for names, and keeps them from the metadata of their
 * nodes whatever they write themselves. Source: network-policy-api v1alpha2, read 2026-11-25.
 */
export function guardChapter(scene: Scene): Chapter {
  const own: Readonly<Record<string, string>> = METADATA_ADDRESSES.own
  const metadata = own[scene.offering] ?? METADATA_ADDRESSES.usual
  const dns = {
    namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: 'kube-system' } },
    podSelector: { matchLabels: dnsLabels(scene) },
  }
  const manifest = {
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    kind: KIND,
    metadata: { name: NAME, labels: MANAGED_LABEL },
    spec: {
      tier: 'Admin',
      priority: PRIORITY,
      subject: {
        namespaces: {
          matchExpressions: [{ key: NAMESPACE_NAME, operator: 'NotIn', values: SYSTEM_NAMESPACES }],
        },
      },
      egress: [
        {
          name: 'dns',
          action: 'Accept',
          to: [{ pods: dns }],
          protocols: [
            { udp: { destinationPort: { number: 53 } } },
            { tcp: { destinationPort: { number: 53 } } },
          ],
        },
        { name: 'metadata', action: 'Deny', to: [{ networks: [metadata] }] },
      ],
    },
  }
  return { why: WHY, manifests: [manifest], isWhole: true }
}

// Source: Kubernetes, Namespaces, initial namespaces.
const SYSTEM_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease'] as const

const WHY = [
  'For all namespaces at once: they may ask for names, and never reach the metadata of their nodes.',
  'The cluster needs the definitions of network-policy-api, and a plugin that honours ClusterNetworkPolicy.',
] as const
