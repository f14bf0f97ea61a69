import { isDeepStrictEqual } from 'node:util'
import { DIRECTIONS, type Direction } from '../../../analysis/isolation/closing.ts'
import { directionsOf } from '../../../analysis/isolation/network-policy.ts'
import { firstBy } from '../../../base/group.ts'
import { valueAt } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { resourceKey, type Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { configurationText } from '../configuration-text.ts'
import { manifestOf, type Chapter, type Draft, type Manifest } from '../draft.ts'
import { namesOf } from '../homes.ts'
import { applied } from '../overlay.ts'
import { guardChapter, tierIn, type Tier } from './admin-tier.ts'
import { draftLabel } from './draft-labels.ts'
import { draftUnread } from './draft-unread.ts'
import { draftWorkload, hasNeeds } from './draft-workload.ts'
import { POLICY_TYPES, type Drafting } from './drafting.ts'
import { courtOver } from './ends.ts'
import { idleRules, writtenRules } from './idle-rules.ts'
import { isManaged, withoutManaged, WRITTEN_KINDS } from './managed.ts'
import { isOurs, needsIn, wantedFlows } from './needs.ts'
import { peersFor } from './peers.ts'
import { podSelectorOf } from './pod-selector.ts'
import { roomsOf, type Room } from './rooms.ts'
import { ruleKey } from './rule-name.ts'
import { variantsOf } from './variants.ts'
import { managedPolicy } from './workload-policy.ts'

/**
 * The policies of an estate, for the directions that are asked for: what nothing else closes is denied in each
 * namespace, and what is meant is let through, for each workload alone. Policies that were written here before are
 * rewritten, and taken away when nothing needs them any more; those of others stay as they are.
 */
export function draftNetwork(
  scene: Scene,
  asked: readonly Direction[],
  askedTier: Tier = 'namespace',
): Draft {
  const tier = tierIn(scene, askedTier)
  const rooms = roomsOf(scene).filter((room) => !isClosedElsewise(room, asked, scene))
  const directions = DIRECTIONS.filter((way) => asked.includes(way))
  const draft = (isIdle: Drafting['isIdle']): readonly Draft[] =>
    rooms.map((room) =>
      desired(room, { directions, tier, scene, names: nameBook(room, scene), isIdle }),
    )
  const idle = idleIn(draft(keepAll), scene)
  const drafts = draft((rule) => idle.has(ruleKey(rule)))
  const changed = drafts.map((one, at) => withoutWritten(one, rooms[at], scene))
  const isGuarded = tier === 'admin' && asked.includes('egress') && rooms.length > 0
  return {
    chapters: [
      ...(isGuarded ? guardOf(scene) : []),
      ...changed.flatMap(({ chapters }) => chapters),
    ],
    notes: changed.flatMap(({ notes }) => notes),
  }
}

function guardOf(scene: Scene): readonly Chapter[] {
  const guard = guardChapter(scene)
  const written = scene.ofKind('ClusterNetworkPolicy').filter(isManaged)
  return guard.manifests.every((manifest) => isWritten(manifest, written)) ? [] : [guard]
}

// Whoever closes the way out alone leaves to others what they closed both ways.
function isClosedElsewise(room: Room, asked: readonly Direction[], scene: Scene): boolean {
  const written = scene.inNamespace('NetworkPolicy', room.namespace).filter(isManaged)
  const closed = DIRECTIONS.filter((way) => written.some((one) => directionsOf(one)[way] === true))
  return closed.some((way) => !asked.includes(way))
}

function writtenIn(room: Room | undefined, scene: Scene): readonly Resource[] {
  return WRITTEN_KINDS.flatMap((kind) => scene.inNamespace(kind, room?.namespace)).filter(isManaged)
}

function keepAll(): boolean {
  return false
}

// Workloads whose labels overlap are let through by the rules of one another.
function idleIn(drafts: readonly Draft[], scene: Scene): ReadonlySet<string> {
  const chapters = drafts.flatMap((draft) => draft.chapters)
  if (chapters.length === 0) return new Set()
  const after = applied(withoutManaged(scene), configurationText({ chapters, notes: [] }))
  const flows = wantedFlows(scene)
  return idleRules(writtenRules(after), flows, courtOver(after, flows))
}

function withoutWritten({ chapters, notes }: Draft, room: Room | undefined, scene: Scene): Draft {
  const written = writtenIn(room, scene)
  const names = new Set(chapters.flatMap(({ manifests }) => manifests.map(nameOf)))
  const changed = chapters.flatMap((chapter) => {
    const manifests = chapter.manifests.filter((manifest) => !isWritten(manifest, written))
    return manifests.length === 0 ? [] : [{ ...chapter, manifests }]
  })
  const stale = written.filter(({ kind, name }) => !names.has(`${kind} ${name}`))
  return { chapters: [...changed, ...removalOf(stale)], notes }
}

function isWritten(manifest: Manifest, written: readonly Resource[]): boolean {
  const old = written.find(({ kind, name }) => `${kind} ${name}` === nameOf(manifest))
  return old !== undefined && isDeepStrictEqual(manifestOf(old)?.['spec'], manifest['spec'])
}

// Policies of two kinds may share a name.
function nameOf(manifest: Manifest): string {
  return [manifest['kind'], valueAt(manifest, ['metadata', 'name'])].join(' ')
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

function desired(room: Room, drafting: Drafting): Draft {
  const { directions, scene } = drafting
  const open = room.pods.filter((pod) => directions.some((way) => isOurs(pod, way, scene)))
  if (open.length === 0) return { chapters: [], notes: [] }
  const pods = [...firstBy(open, ({ owner }) => resourceKey(owner)).values()]
  const unnamed = pods.filter((pod) => hasNeeds(pod, drafting) && podSelectorOf(pod) === undefined)
  const labels = unnamed.flatMap((pod) => draftLabel(pod, room) ?? [])
  // With labels the next round can name them; what nobody can name would be cut off.
  const denial = unnamed.length > 0 ? [] : namespaceChapter(room, pods, drafting)
  const hidden = unnamed.filter((pod) => draftLabel(pod, room) === undefined)
  return {
    chapters: [
      ...labels,
      // What lets through comes before what denies: applied in this order nothing is cut on the way.
      ...pods
        .flatMap((pod) => variantsOf(pod, scene))
        .flatMap((pod) => draftWorkload(pod, room, drafting)),
      ...draftUnread(room, drafting),
      ...denial,
    ],
    notes: hidden.map(
      ({ owner }) =>
        `${room.prefix}${owner.name} has no label of its own that lasts, so no policy can let through what it needs: its namespace stays open.`,
    ),
  }
}

function namespaceChapter(
  room: Room,
  pods: readonly Pod[],
  { directions, tier, scene, names }: Drafting,
): readonly Chapter[] {
  const name = directions.length === 1 ? `default-deny-${directions[0]}` : 'default-deny'
  const deny = managedPolicy(names(name), room.written, {
    podSelector: {},
    policyTypes: directions.map((direction) => POLICY_TYPES[direction]),
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
  // The tier above lets all namespaces ask for names.
  const isAllowed = dns && directions.includes('egress') && tier === 'namespace'
  return [
    {
      why: whyDenied(room, pods, directions),
      manifests: [...(isAllowed ? [allow] : []), deny],
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
