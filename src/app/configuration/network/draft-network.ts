import { isDeepStrictEqual } from 'node:util'
import { DIRECTIONS, type Direction } from '../../../analysis/isolation/closing.ts'
import { directionsOf } from '../../../analysis/isolation/network-policy.ts'
import { firstBy } from '../../../base/group.ts'
import { valueAt } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { resourceKey, type Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { manifestOf, type Chapter, type Draft, type Manifest } from '../draft.ts'
import { namesOf } from '../homes.ts'
import { isManaged } from './managed.ts'
import { isOurs, needsIn } from './needs.ts'
import { peersFor } from './peers.ts'
import { podSelectorOf } from './pod-selector.ts'
import { roomsOf, type Room } from './rooms.ts'
import { managedPolicy, rulesFor } from './workload-policy.ts'

/**
 * The policies of an estate, for the directions that are asked for: what nothing else closes is denied in each
 * namespace, and what is meant is let through, for each workload alone. Policies that were written here before are
 * rewritten, and taken away when nothing needs them any more; those of others stay as they are.
 */
export function draftNetwork(scene: Scene, asked: readonly Direction[]): Draft {
  const rooms = roomsOf(scene)
  const drafts = rooms.map((room) => draftRoom(room, asked, scene))
  return {
    chapters: drafts.flatMap(({ chapters }) => chapters),
    notes: drafts.flatMap(({ notes }) => notes),
  }
}

function draftRoom(room: Room, asked: readonly Direction[], scene: Scene): Draft {
  const written = scene.inNamespace('NetworkPolicy', room.namespace).filter(isManaged)
  const closed = DIRECTIONS.filter((way) => written.some((one) => directionsOf(one)[way] === true))
  // Whoever closes the way out alone leaves to others what they closed both ways.
  if (closed.some((way) => !asked.includes(way))) return { chapters: [], notes: [] }
  const directions = DIRECTIONS.filter((way) => asked.includes(way))
  const { chapters, notes } = desired(room, directions, scene)
  const names = new Set(chapters.flatMap(({ manifests }) => manifests.map(nameOf)))
  const changed = chapters.flatMap((chapter) => {
    const manifests = chapter.manifests.filter((manifest) => !isWritten(manifest, written))
    return manifests.length === 0 ? [] : [{ ...chapter, manifests }]
  })
  const stale = written.filter(({ name }) => !names.has(name))
  return { chapters: [...changed, ...removalOf(stale)], notes }
}

function isWritten(manifest: Manifest, written: readonly Resource[]): boolean {
  const old = written.find(({ name }) => name === nameOf(manifest))
  return old !== undefined && isDeepStrictEqual(manifestOf(old)?.['spec'], manifest['spec'])
}

function nameOf(manifest: Manifest): unknown {
  return valueAt(manifest, ['metadata', 'name'])
}

function removalOf(stale: readonly Resource[]): readonly Chapter[] {
  const removes = stale.flatMap((policy) => {
    const manifest = manifestOf(policy)
    if (manifest === undefined) return []
    const { spec: _, ...named } = manifest
    return [named]
  })
  return removes.length === 0
    ? []
    : [
        {
          why: ['No connection that is meant needs these policies any more.'],
          manifests: [],
          removes,
        },
      ]
}

function desired(room: Room, directions: readonly Direction[], scene: Scene): Draft {
  const open = room.pods.filter((pod) => directions.some((way) => isOurs(pod, way, scene)))
  if (open.length === 0) return { chapters: [], notes: [] }
  const pods = [...firstBy(open, ({ owner }) => resourceKey(owner)).values()]
  const names = nameBook(room, scene)
  const workloads = pods.map((pod) => draftWorkload(pod, room, { directions, scene, names }))
  return {
    chapters: [
      // What lets through comes before what denies: applied in this order nothing is cut on the way.
      ...workloads.flatMap(({ chapters }) => chapters),
      ...namespaceChapter(room, pods, { directions, scene, names }),
    ],
    notes: workloads.flatMap(({ notes }) => notes),
  }
}

interface Drafting {
  readonly directions: readonly Direction[]
  readonly scene: Scene
  readonly names: (wanted: string) => string
}

function draftWorkload(pod: Pod, room: Room, { directions, scene, names }: Drafting): Draft {
  const needs = needsIn(scene).get(resourceKey(pod.owner))
  const rules = directions.map((direction) => {
    const flows = (needs?.flows[direction] ?? []).filter(({ to }) => to.kind !== 'dns')
    return [
      direction,
      rulesFor(flows, { namespace: pod.owner.namespace ?? '', direction, scene }),
    ] as const
  })
  const used = rules.filter(([, own]) => own.length > 0)
  if (used.length === 0) return { chapters: [], notes: [] }
  const who = `${room.prefix}${pod.owner.name}`
  const podSelector = podSelectorOf(pod)
  if (podSelector === undefined) {
    const note = `${who} has no label of its own that lasts, so no policy can let through what it needs.`
    return { chapters: [], notes: [note] }
  }
  const spec = {
    podSelector,
    policyTypes: used.map(([direction]) => TITLES[direction]),
    ...Object.fromEntries(used.map(([direction, own]) => [direction, own.map(({ rule }) => rule)])),
  }
  const manifest = managedPolicy(names(`allow-${pod.owner.name}`), room.written, spec)
  const why = used.flatMap(([, own]) => own.flatMap((rule) => rule.why))
  return {
    chapters: [
      {
        why: [`${who}: what the files say that it needs.`, ...why],
        manifests: [manifest],
        isWhole: true,
      },
    ],
    notes: [],
  }
}

const TITLES: Readonly<Record<Direction, string>> = { ingress: 'Ingress', egress: 'Egress' }

function namespaceChapter(
  room: Room,
  pods: readonly Pod[],
  { directions, scene, names }: Drafting,
): readonly Chapter[] {
  const name = directions.length === 1 ? `default-deny-${directions[0]}` : 'default-deny'
  const deny = managedPolicy(names(name), room.written, {
    podSelector: {},
    policyTypes: directions.map((direction) => TITLES[direction]),
  })
  const dns = pods.some((pod) =>
    needsIn(scene)
      .get(resourceKey(pod.owner))
      ?.flows.egress.some(({ to }) => to.kind === 'dns'),
  )
  const peers = peersFor(
    { kind: 'dns' },
    { namespace: room.namespace ?? '', direction: 'egress', scene },
  )
  const allow = managedPolicy(names('allow-dns'), room.written, {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: peers, ports: DNS_PORTS }],
  })
  return [
    {
      why: whyDenied(room, pods, directions),
      manifests: [...(dns && directions.includes('egress') ? [allow] : []), deny],
    },
  ]
}

const DNS_PORTS = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
] as const

function whyDenied(
  room: Room,
  pods: readonly Pod[],
  directions: readonly Direction[],
): readonly string[] {
  const who = namesOf(pods)
  return [
    directions.length === 1
      ? `${room.title}nothing closes the way ${directions[0] === 'egress' ? 'out of' : 'into'} ${who}.`
      : `${room.title}no policy closes both ways for ${who}.`,
    ...(room.written === undefined
      ? ['These policies name no namespace, as the workloads: apply both to the same one.']
      : []),
  ]
}

// A policy of that name which somebody else wrote says something else, and must not be replaced.
function nameBook(room: Room, scene: Scene): (wanted: string) => string {
  const foreign = scene
    .inNamespace('NetworkPolicy', room.namespace)
    .filter((one) => !isManaged(one))
  const taken = new Set(foreign.map(({ name }) => name))
  return (wanted) => {
    let free = wanted
    for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}`
    taken.add(free)
    return free
  }
}
