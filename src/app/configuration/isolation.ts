import { DIRECTIONS, type Direction } from '../../analysis/isolation/closing.ts'
import { isolationOf } from '../../analysis/isolation/isolation.ts'
import { isWorkload } from '../../analysis/isolation/network-share.ts'
import { isMapping } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Chapter, Draft, Manifest } from './draft.ts'
import { homelessNote, homesOf, namesOf, type Home } from './homes.ts'

/** Denies both directions, but for DNS, in every namespace that has a workload which is open in one. */
export function draftIsolation(scene: Scene): Draft {
  return {
    chapters: homesOf(scene).flatMap((home) => chapterFor(home, DIRECTIONS, scene)),
    notes: homelessNote(scene),
  }
}

/** Denies the way out, but for DNS, in every namespace that has a workload to which it is open. */
export function draftEgress(scene: Scene): Draft {
  return {
    chapters: homesOf(scene).flatMap((home) => chapterFor(home, ['egress'], scene)),
    notes: homelessNote(scene),
  }
}

function chapterFor(
  home: Home,
  directions: readonly Direction[],
  scene: Scene,
): readonly Chapter[] {
  const open = home.pods.filter((pod) => isOpen(pod, directions, scene))
  if (open.length === 0) return []
  return [
    {
      why: [
        directions.length === 1
          ? `${home.name}: nothing closes the way out of ${namesOf(open)}.`
          : `${home.name}: no policy closes both ways for ${namesOf(open)}.`,
        ...(directions.length === 1 ? [] : doorsOf(home, scene)),
      ],
      manifests: [denyAll(home, directions, scene), ...allowDns(home, scene)],
    },
  ]
}

function isOpen(pod: Pod, directions: readonly Direction[], scene: Scene): boolean {
  const isolation = isolationOf(scene)
  return isWorkload(pod) && directions.some((way) => isolation(pod, way) !== 'isolated')
}

// What others call is what has to be allowed next.
function doorsOf(home: Home, scene: Scene): readonly string[] {
  const doors = scene.inNamespace('Service', home.name).map((service) => {
    const ports = service.list('spec', 'ports').flatMap(({ value }) => portOf(value))
    return ports.length === 0 ? service.name : `${service.name} (${ports.join(', ')})`
  })
  return doors.length === 0
    ? []
    : [`Then allow whoever has to call its Services: ${doors.join(', ')}.`]
}

function portOf(value: unknown): readonly string[] {
  const port = isMapping(value) ? value['port'] : undefined
  return typeof port === 'number' ? [String(port)] : []
}

const TITLES: Readonly<Record<Direction, string>> = { ingress: 'Ingress', egress: 'Egress' }

function denyAll(home: Home, directions: readonly Direction[], scene: Scene): Manifest {
  const name = directions.length === 1 ? `default-deny-${directions[0]}` : 'default-deny'
  return policy(freeName(name, home, scene), home.name, {
    podSelector: {},
    policyTypes: directions.map((direction) => TITLES[direction]),
  })
}

const DNS_PORTS = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
] as const

function allowDns(home: Home, scene: Scene): readonly Manifest[] {
  if (scene.find('NetworkPolicy', home.name, 'allow-dns') !== undefined) return []
  const peer = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
    podSelector: { matchLabels: dnsLabels(scene) },
  }
  return [
    policy('allow-dns', home.name, {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [peer], ports: DNS_PORTS }],
    }),
  ]
}

// The Service that every cluster has, whatever answers behind it.
function dnsLabels(scene: Scene): Readonly<Record<string, string>> {
  const service = scene.find('Service', 'kube-system', 'kube-dns')
  const labels = textsOf(service?.get('spec', 'selector')?.value)
  return Object.keys(labels).length === 0 ? { 'k8s-app': 'kube-dns' } : labels
}

// A policy of that name is somebody's, and says something else: it must not be replaced.
function freeName(name: string, home: Home, scene: Scene): string {
  let free = name
  for (let number = 2; scene.find('NetworkPolicy', home.name, free) !== undefined; number++) {
    free = `${name}-${number}`
  }
  return free
}

function policy(name: string, namespace: string, spec: Manifest): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  }
}
