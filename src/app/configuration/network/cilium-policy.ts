import { partyKey, type Flow, type Party } from '../../../analysis/intent/flow.ts'
import { CILIUM_POLICY } from '../../../analysis/isolation/cilium-policy.ts'
import type { Direction } from '../../../analysis/isolation/closing.ts'
import { profileOf } from '../../../analysis/reach/profile-of.ts'
import { groupBy } from '../../../base/group.ts'
import { isList, memberOf, valueAt } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Chapter, Manifest } from '../draft.ts'
import { isManaged, MANAGED_LABEL } from './managed.ts'
import { dnsLabels } from './peers.ts'
import { podSelectorOf } from './pod-selector.ts'
import type { Room } from './rooms.ts'
import { evidenceLine } from './workload-policy.ts'

/**
 * Whether a policy of Cilium's own kind lets a flow through in a direction: hosts by their names, and the API server,
 * which blocks of addresses do not mean there. Undefined parties and other plugins leave it to NetworkPolicy. Source:
 * https://docs.cilium.io/en/stable/security/policy/language/, read 2026-11-25.
 */
export function goesByCilium(flow: Flow, direction: Direction, scene: Scene): boolean {
  return peerOf(otherEnd(flow, direction), direction) !== undefined && isCilium(scene)
}

function isCilium(scene: Scene): boolean {
  return profileOf(scene).name === 'cilium'
}

function otherEnd({ from, to }: Flow, direction: Direction): Party {
  return direction === 'egress' ? to : from
}

function peerOf(party: Party, direction: Direction): Manifest | undefined {
  if (party.kind === 'apiServer')
    return { [direction === 'egress' ? 'toEntities' : 'fromEntities']: ['kube-apiserver'] }
  const isHost = party.kind === 'outside' && party.host !== undefined && party.blocks.length === 0
  return isHost && direction === 'egress'
    ? { toFQDNs: [{ matchName: party.host ?? '' }] }
    : undefined
}

/** The flows of a workload that go by Cilium's own kind, by direction. */
export type CiliumFlows = Readonly<Record<Direction, readonly Flow[]>>

/** The policy of Cilium for a workload; none when nothing goes by it. */
export function ciliumChapter(
  { name, pod, room }: { readonly name: string; readonly pod: Pod; readonly room: Room },
  { ingress, egress }: CiliumFlows,
  scene: Scene,
): readonly Chapter[] {
  const selector = podSelectorOf(pod)
  if (selector === undefined || ingress.length + egress.length === 0) return []
  const inward = rulesFor(ingress, 'ingress')
  const outward = rulesFor(egress, 'egress')
  const names = egress.some(({ to }) => to.kind === 'outside') ? [seenNames(scene)] : []
  const rules = {
    ...(inward.length > 0 && { ingress: inward.map(({ rule }) => rule) }),
    ...(outward.length > 0 && { egress: [...names, ...outward.map(({ rule }) => rule)] }),
  }
  const manifest = {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: {
      name,
      ...(room.written === undefined ? {} : { namespace: room.written }),
      labels: MANAGED_LABEL,
    },
    spec: { endpointSelector: selector, ...rules },
  }
  const who = `${room.prefix}${pod.owner.name}: what no block of addresses means to Cilium.`
  const why = [...inward, ...outward].map((rule) => rule.why)
  return [{ why: [who, ...why], manifests: [manifest], isWhole: true }]
}

function rulesFor(
  flows: readonly Flow[],
  direction: Direction,
): readonly { readonly rule: Manifest; readonly why: string }[] {
  const parties = groupBy(flows, (flow) => partyKey(otherEnd(flow, direction)))
  return [...parties]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own
      const peer = first && peerOf(otherEnd(first, direction), direction)
      if (first === undefined || peer === undefined) return []
      const ports = own.map(({ protocol, port }) => ({ port: String(port), protocol }))
      const why = evidenceLine(own, otherEnd(first, direction), direction)
      return [{ rule: { ...peer, toPorts: [{ ports }] }, why }]
    })
}

// Cilium learns the addresses of names from answers that pass its proxy.
function seenNames(scene: Scene): Manifest {
  const labels = Object.entries(dnsLabels(scene)).map(([key, value]) => [`k8s:${key}`, value])
  const matchLabels = {
    'k8s:io.kubernetes.pod.namespace': 'kube-system',
    ...Object.fromEntries(labels),
  }
  const ports = [{ port: '53', protocol: 'ANY' }]
  return {
    toEndpoints: [{ matchLabels }],
    toPorts: [{ ports, rules: { dns: [{ matchPattern: '*' }] } }],
  }
}

/** Whether a policy of Cilium that was written here lets a flow through. */
export function isLetByCilium(flow: Flow, scene: Scene): boolean {
  return (['ingress', 'egress'] as const).some((direction) => {
    const own = direction === 'egress' ? flow.from : flow.to
    const peer = peerOf(otherEnd(flow, direction), direction)
    if (own.kind !== 'pods' || peer === undefined) return false
    const wanted = JSON.stringify(podSelectorOf(own.pod))
    return scene
      .inNamespace(CILIUM_POLICY, own.pod.owner.namespace)
      .filter((policy) => isManaged(policy))
      .filter(
        ({ value }) => JSON.stringify(valueAt(value, ['spec', 'endpointSelector'])) === wanted,
      )
      .flatMap((policy) => policy.list('spec', direction))
      .some(({ value }) => isRule(value, peer, flow))
  })
}

function isRule(rule: unknown, peer: Manifest, { protocol, port }: Flow): boolean {
  const isPeer = Object.entries(peer).every(
    ([field, wanted]) => JSON.stringify(memberOf(rule, field)) === JSON.stringify(wanted),
  )
  const ports = valueAt(rule, ['toPorts', 0, 'ports'])
  return (
    isPeer &&
    isList(ports) &&
    ports.some(
      (one) => memberOf(one, 'port') === String(port) && memberOf(one, 'protocol') === protocol,
    )
  )
}
