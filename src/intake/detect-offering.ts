import type { Path } from '../model/document.ts'
import type { Offering, Provider } from '../model/offering.ts'
import { isList, isMapping, memberOf, valueAt, type Reader } from '../model/part.ts'
import { spotOf } from '../model/place.ts'
import type { Pod } from '../model/pod.ts'
import type { Scene } from '../model/scene.ts'
import { groupOf } from './known-kinds.ts'
import { OFFERING_SIGNS, type OfferingSign } from './offering-signs.data.ts'

/** The offering that the estate is written for, and what shows it, each sign once with the first place it stands at. */
export interface DetectedOffering {
  readonly offering: Offering
  readonly evidence: readonly string[]
}

/**
 * Reads the offering off labels, annotations, drivers, nodes and groups. `none` when nothing tells, or when signs of
 * several offerings contradict one another: the evidence then lists them all. O(objects + keys).
 */
export function detectOffering(scene: Scene): DetectedOffering {
  const found = new Map<OfferingSign, Clue>()
  for (const clue of cluesOf(scene)) if (!found.has(clue.sign)) found.set(clue.sign, clue)
  const plain = [...found.keys()].filter((sign) => sign.onlyWith === undefined)
  const shown = new Set(plain.map((sign) => sign.offering))
  const clues = [...found.values()].filter(
    ({ sign: { onlyWith } }) => onlyWith === undefined || shown.has(onlyWith),
  )
  return {
    offering: decide(new Set(clues.map(({ sign }) => sign.offering))),
    evidence: clues.map(wordsOf),
  }
}

// The narrower offering of a family explains the signs of the wider one.
const WIDER: ReadonlyMap<Provider, Provider> = new Map([
  ['autopilot', 'gke'],
  ['kosmos', 'kapsule'],
])

function decide(offerings: ReadonlySet<Provider>): Offering {
  const explained = new Set([...offerings].map((offering) => WIDER.get(offering)))
  const [only, ...others] = [...offerings].filter((offering) => !explained.has(offering))
  return only === undefined || others.length > 0 ? 'none' : only
}

interface Clue {
  readonly sign: OfferingSign
  readonly text: string
  readonly part: Reader
  readonly path: Path
}

function* cluesOf(scene: Scene): Generator<Clue, void> {
  for (const resource of scene.resources) {
    yield* textClue('group', resource, ['apiVersion'], groupOf(resource.apiVersion))
    yield* keyClues(resource, ['metadata', 'labels'])
    yield* keyClues(resource, ['metadata', 'annotations'])
    const driver = DRIVERS.get(resource.type)
    if (driver !== undefined) yield* textClue('driver', resource, driver)
    if (resource.type === 'Node') yield* textClue('node', resource, ['spec', 'providerID'])
  }
  for (const pod of scene.pods) {
    yield* keyClues(pod.metadata, ['labels'])
    yield* keyClues(pod.metadata, ['annotations'])
    yield* keyClues(pod, ['nodeSelector'])
    if (memberOf(pod.value, 'affinity') !== undefined) yield* affinityClues(pod)
  }
}

const DRIVERS: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['StorageClass', ['provisioner']],
  ['VolumeSnapshotClass', ['driver']],
  ['CSIDriver', ['metadata', 'name']],
  ['PersistentVolume', ['spec', 'csi', 'driver']],
  ['Service', ['spec', 'loadBalancerClass']],
  ['IngressClass', ['spec', 'controller']],
])

const NODE_TERMS: Path = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
]

function* affinityClues(pod: Pod): Generator<Clue, void> {
  for (const [term, { value }] of pod.list(...NODE_TERMS).entries()) {
    const expressions = memberOf(value, 'matchExpressions')
    const count = isList(expressions) ? expressions.length : 0
    for (let index = 0; index < count; index++) {
      yield* textClue('key', pod, [...NODE_TERMS, term, 'matchExpressions', index, 'key'])
    }
  }
}

function* keyClues(part: Reader, path: Path): Generator<Clue, void> {
  const mapping = valueAt(part.value, path)
  if (!isMapping(mapping)) return
  for (const text of Object.keys(mapping)) {
    const sign = signFor('key', text)
    if (sign !== undefined) yield { sign, text, part, path: [...path, text] }
  }
}

function* textClue(
  where: OfferingSign['where'],
  part: Reader,
  path: Path,
  text = valueAt(part.value, path),
): Generator<Clue, void> {
  if (typeof text !== 'string') return
  const sign = signFor(where, text)
  if (sign !== undefined) yield { sign, text, part, path }
}

// A sign is looked for among those that share its beginning, up to the first slash.
const SIGNS = signsByDomain()

function signsByDomain(): ReadonlyMap<string, readonly OfferingSign[]> {
  const signs = new Map<string, readonly OfferingSign[]>()
  for (const sign of OFFERING_SIGNS) {
    const domain = domainOf(sign.text)
    signs.set(domain, [...(signs.get(domain) ?? []), sign])
  }
  return signs
}

function signFor(where: OfferingSign['where'], text: string): OfferingSign | undefined {
  const isWhole = where === 'driver' || where === 'group'
  return SIGNS.get(domainOf(text))?.find(
    (sign) => sign.where === where && (isWhole ? text === sign.text : text.startsWith(sign.text)),
  )
}

function domainOf(text: string): string {
  const slash = text.indexOf('/')
  return slash === -1 ? text : text.slice(0, slash)
}

const NAMES: Readonly<Record<OfferingSign['where'], string>> = {
  key: 'key',
  driver: 'driver',
  group: 'API group',
  node: 'node address',
}

function wordsOf({ sign, text, part, path }: Clue): string {
  const { file, line, column } = spotOf(part.at(...path))
  return `${NAMES[sign.where]} ${text.slice(0, 100)} (${file}:${line}:${column})`
}
