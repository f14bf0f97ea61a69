import type { Party } from '../../../analysis/intent/flow.ts'
import { namesNamespace, NAMESPACE_NAME } from '../../../analysis/isolation/subjects.ts'
import type { Pod } from '../../../model/pod.ts'
import { textsOf } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Manifest } from '../draft.ts'
import { addressesOf, controllerHome } from './addresses.ts'
import { podSelectorOf } from './pod-selector.ts'
import { variantsOf } from './variants.ts'

/** Where a rule is written, and which way it looks. */
export interface Standpoint {
  /** The namespace of the policy, as the scene has it. */
  readonly namespace: string
  readonly direction: 'ingress' | 'egress'
  readonly scene: Scene
}

/** The peers of a rule of NetworkPolicy that mean a party; none when it cannot be named. */
export function peersFor(party: Party, standpoint: Standpoint): readonly Manifest[] {
  const { direction, scene } = standpoint
  switch (party.kind) {
    case 'pods':
      return variantsOf(party.pod, scene).flatMap((pod) => podPeers(pod, standpoint))
    case 'elsewhere':
      return [{ namespaceSelector: namespaceNamed(party.namespace) }]
    case 'controller': {
      const home = controllerHome(party.className)
      // A controller that nobody knows may run in any namespace, but never outside.
      return [{ namespaceSelector: home === undefined ? {} : namespaceNamed(home) }]
    }
    case 'dns':
      return dnsPeers(scene)
    case 'scraper':
      return []
    default: {
      const addresses = addressesOf(party, direction === 'ingress', scene)
      const except = addresses?.except ?? []
      return (addresses?.blocks ?? []).map((cidr) => ({
        ipBlock: { cidr, ...(except.length === 0 ? {} : { except }) },
      }))
    }
  }
}

function podPeers(pod: Pod, standpoint: Standpoint): readonly Manifest[] {
  const podSelector = podSelectorOf(pod)
  if (podSelector === undefined) return []
  const { owner } = pod
  if (owner.namespace === standpoint.namespace) return [{ podSelector }]
  // Who names no namespace goes wherever it is applied, and nobody can tell from here.
  if (!namesNamespace(owner)) return [{ namespaceSelector: {}, podSelector }]
  return [{ namespaceSelector: namespaceNamed(owner.namespace ?? ''), podSelector }]
}

/** The labels of the pods that answer for names: those of the Service that every cluster has. */
export function dnsLabels(scene: Scene): Readonly<Record<string, string>> {
  const service = scene.find('Service', 'kube-system', 'kube-dns')
  const labels = textsOf(service?.get('spec', 'selector')?.value)
  return Object.keys(labels).length === 0 ? { 'k8s-app': 'kube-dns' } : labels
}

function dnsPeers(scene: Scene): readonly Manifest[] {
  const pods = {
    namespaceSelector: namespaceNamed('kube-system'),
    podSelector: { matchLabels: dnsLabels(scene) },
  }
  const cache = cacheAddress(scene)
  return cache === undefined ? [pods] : [pods, { ipBlock: { cidr: `${cache}/32` } }]
}

// The cache of names on each node answers at an address of its own link, which its argument says.
function cacheAddress(scene: Scene): string | undefined {
  const cache = scene.find('DaemonSet', 'kube-system', 'node-local-dns')
  if (cache === undefined) return undefined
  const pod = scene.pods.find(({ owner }) => owner === cache)
  const words = (pod?.containers ?? []).flatMap((container) =>
    container.list('args').map(({ value }) => value),
  )
  const said = words[words.indexOf('-localip') + 1]
  const [first = ''] = typeof said === 'string' ? said.split(',') : []
  return /^169\.254\.\d+\.\d+$/.test(first) ? first : NODE_LOCAL_ADDRESS
}

// Source: Kubernetes, Using NodeLocal DNSCache in Kubernetes Clusters.
const NODE_LOCAL_ADDRESS = '169.254.20.10'

function namespaceNamed(name: string): Manifest {
  return { matchLabels: { [NAMESPACE_NAME]: name } }
}
