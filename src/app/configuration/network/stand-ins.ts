import { partyName, type Flow, type Party } from '../../../analysis/intent/flow.ts'
import { NAMESPACE_NAME } from '../../../analysis/isolation/subjects.ts'
import { valueAt } from '../../../model/part.ts'
import type { Pod } from '../../../model/pod.ts'
import { podLabels, type Scene } from '../../../model/scene.ts'
import { manifestText } from '../configuration-text.ts'
import type { Manifest } from '../draft.ts'
import { applied } from '../overlay.ts'
import { controllerHome } from './addresses.ts'
import { dnsLabels } from './peers.ts'

/** A pod of the scene that a party of a flow stands for, by namespace and name. */
export interface StandIn {
  readonly namespace: string
  readonly name: string
}

/**
 * The scene with a pod in the place of each party that runs in the cluster but was not read, and with a second replica
 * of what talks to itself: what policies make of them can then be asked like of all others.
 */
export function withStandIns(scene: Scene, flows: readonly Flow[]): Scene {
  const parties = new Map<string, Manifest>()
  for (const { from, to } of flows) {
    for (const party of [from, to]) {
      const stand = standInFor(party)
      if (stand !== undefined) parties.set(partyName(party), podOf(stand, labelsOf(party, scene)))
    }
    const twin = twinOf(from, to)
    if (twin !== undefined) parties.set(`twin of ${partyName(from)}`, twin)
  }
  const known = new Set(scene.ofKind('Namespace').map(({ name }) => name))
  const homes = new Set(
    [...parties.values()].flatMap(namespaceIn).filter((name) => !known.has(name)),
  )
  const manifests = [...[...homes].map(namespaceOf), ...parties.values()]
  return manifests.length === 0
    ? scene
    : applied(scene, manifests.map((manifest) => manifestText(manifest)).join(''))
}

/** The stand-in of a party that was not read; undefined for pods and addresses. */
export function standInFor(party: Party): StandIn | undefined {
  switch (party.kind) {
    case 'dns':
      return { namespace: 'kube-system', name: `${PREFIX}dns` }
    case 'controller': {
      const namespace = controllerHome(party.className) ?? `${PREFIX}controllers`
      return { namespace, name: `${PREFIX}controller` }
    }
    case 'elsewhere':
      return { namespace: party.namespace, name: `${PREFIX}${party.service ?? 'any'}` }
    default:
      return undefined
  }
}

/** The second replica of a workload that talks to itself. */
export function twinName(pod: Pod): string {
  return `${PREFIX}${pod.owner.name}`
}

/** Whether a name is that of a stand-in. */
export function isStandIn(name: string): boolean {
  return name.startsWith(PREFIX)
}

// No object of an estate is called so: a name that begins with a digit and a dot is allowed, but nobody's.
const PREFIX = '0.stand-in.'

function labelsOf(party: Party, scene: Scene): Readonly<Record<string, string>> {
  return party.kind === 'dns' ? dnsLabels(scene) : {}
}

function twinOf(from: Party, to: Party): Manifest | undefined {
  if (from.kind !== 'pods' || to.kind !== 'pods' || from.pod !== to.pod) return undefined
  const { namespace } = from.pod.owner
  return podOf({ namespace: namespace ?? '', name: twinName(from.pod) }, podLabels(from.pod))
}

function podOf({ namespace, name }: StandIn, labels: Readonly<Record<string, string>>): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: { containers: [{ name: 'stand-in', image: 'stand-in' }] },
  }
}

function namespaceIn(manifest: Manifest): readonly string[] {
  const namespace = valueAt(manifest, ['metadata', 'namespace'])
  return typeof namespace === 'string' ? [namespace] : []
}

function namespaceOf(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { [NAMESPACE_NAME]: name } },
  }
}
