import type { Json } from '../../model/edit.ts'
import { isList, isMapping, isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Tier } from './network/admin-tier.ts'

/** An object that is to be applied. */
export type Manifest = { readonly [field: string]: Json }

/** Objects that are told of together: `why` stands above them. */
export interface Chapter {
  readonly why: readonly string[]
  readonly manifests: readonly Manifest[]
  /** Objects that are to go, by their names alone. */
  readonly removes?: readonly Manifest[]
  /** The rules whose fixes it is made of. */
  readonly mends?: readonly Mending[]
  /** Whether it is worked out anew each time: what was told of its objects before holds no more. */
  readonly isWhole?: true
}

/** A rule that an object is mended for, and the object as waivers name it. */
export interface Mending {
  readonly rule: string
  readonly on: string
}

/** What a topic wants of an estate, and what nobody but its owner can say. */
export interface Draft {
  readonly chapters: readonly Chapter[]
  readonly notes: readonly string[]
}

/**
 * Drafts the configuration of one topic for an estate: pure, and without what is there already. Topics of the network
 * heed the tier that was asked for.
 */
export type Drafter = (scene: Scene, tier?: Tier) => Draft

/** An object as it is written, without what the cluster itself puts there; undefined where a template hides a part. */
export function manifestOf(resource: Resource): Manifest | undefined {
  const json = jsonOf(resource.value)
  if (!isManifest(json) || hasPlaceholder(json)) return undefined
  const fields = Object.entries(json).filter(([field]) => field !== 'status')
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      field === 'metadata' && isManifest(value) ? ownMetadata(value) : value,
    ]),
  )
}

/** An object with labels or annotations added to it. */
export function withMetadata(
  manifest: Manifest,
  field: 'labels' | 'annotations',
  texts: Readonly<Record<string, string>>,
): Manifest {
  const metadata = isManifest(manifest['metadata']) ? manifest['metadata'] : {}
  const known = isManifest(metadata[field]) ? metadata[field] : {}
  return { ...manifest, metadata: { ...metadata, [field]: { ...known, ...texts } } }
}

/** Whether JSON is a mapping. */
export function isManifest(json: Json | undefined): json is Manifest {
  return isMapping(json)
}

/** What was read, as JSON. */
export function jsonOf(value: unknown): Json {
  if (isList(value)) return value.map(jsonOf)
  if (isMapping(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member)]))
  }
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value
  }
  return typeof value === 'bigint' ? Number(value) : null
}

function hasPlaceholder(json: Json): boolean {
  if (isList(json)) return json.some(hasPlaceholder)
  if (isManifest(json)) return Object.entries(json).flat().some(hasPlaceholder)
  // CSI's own templates are meant for the driver and stay as they are.
  return typeof json === 'string' && isPlaceholder(json.replaceAll(CSI_TEMPLATE, ''))
}

const CSI_TEMPLATE = /\$\{pvc?\.[\w.]+\}/g

const CLUSTERS_OWN = [
  'creationTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

function ownMetadata(metadata: Manifest): Manifest {
  const kept = Object.entries(metadata).filter(([key]) => !CLUSTERS_OWN.includes(key))
  const own: Manifest = Object.fromEntries(kept)
  const annotations = own['annotations']
  if (!isManifest(annotations) || !(LAST_APPLIED in annotations)) return own
  const { [LAST_APPLIED]: _, ...others } = annotations
  return { ...own, annotations: others }
}
