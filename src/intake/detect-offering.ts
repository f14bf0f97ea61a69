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

// Lists rather than generators, one for all that find nothing: nearly no key of any object is a sign.
function cluesOf(scene: Scene): readonly Clue[] {
  const clues: Clue[] = []
  const add = (found: readonly Clue[]): void => {
    if (found.length > 0) clues.push(...found)
  }
  for (const resource of scene.resources) {
    add(textClue('group', resource, API_VERSION, groupOf(resource.apiVersion)))
    add(keyClues(resource, OWN_LABELS))
    add(keyClues(resource, OWN_ANNOTATIONS))
    const driver = DRIVERS.get(resource.type)
    if (driver !== undefined) add(textClue('driver', resource, driver))
    if (resource.type === 'Node') add(textClue('node', resource, ['spec', 'providerID']))
  }
  for (const pod of scene.pods) {
    add(keyClues(pod.metadata, LABELS))
    add(keyClues(pod.metadata, ANNOTATIONS))
    add(keyClues(pod, NODE_SELECTOR))
    if (memberOf(pod.value, 'affinity') !== undefined) add(affinityClues(pod))
  }
  return clues
}

const API_VERSION: Path = ['apiVersion']
const LABELS: Path = ['labels']
const ANNOTATIONS: Path = ['annotations']
const OWN_LABELS: Path = ['metadata', ...LABELS]
const OWN_ANNOTATIONS: Path = ['metadata', ...ANNOTATIONS]
const NODE_SELECTOR: Path = ['nodeSelector']

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

function affinityClues(pod: Pod): readonly Clue[] {
  return pod.list(...NODE_TERMS).flatMap(({ value }, term) => {
    const expressions = memberOf(value, 'matchExpressions')
    const members = isList(expressions) ? expressions : []
    return members.flatMap((_, index) =>
      textClue('key', pod, [...NODE_TERMS, term, 'matchExpressions', index, 'key']),
    )
  })
}

const NO_CLUES: readonly Clue[] = []

function keyClues(part: Reader, path: Path): readonly Clue[] {
  const mapping = valueAt(part.value, path)
  if (!isMapping(mapping)) return NO_CLUES
  return Object.keys(mapping).flatMap((text) => {
    const sign = signFor('key', text)
    return sign === undefined ? NO_CLUES : [{ sign, text, part, path: [...path, text] }]
  })
}

function textClue(
  where: OfferingSign['where'],
  part: Reader,
  path: Path,
  text = valueAt(part.value, path),
): readonly Clue[] {
  if (typeof text !== 'string') return NO_CLUES
  const sign = signFor(where, text)
  return sign === undefined ? NO_CLUES : [{ sign, text, part, path }]
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
