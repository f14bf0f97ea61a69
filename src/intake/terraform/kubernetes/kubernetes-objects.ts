import { readYaml } from '../../yaml/read-yaml.ts'
import { fromPlain } from '../evaluate/plain.ts'
import type { Value } from '../evaluate/value.ts'
import { labelOf, type Section } from '../module/section.ts'
import {
  memberSketch,
  scalarSketch,
  sketchText,
  type Content,
  type Sketch,
} from '../objects/sketch.ts'
import { KUBERNETES_KINDS } from './kinds.data.ts'
import { typedObject } from './typed-object.ts'

/**
 * The Kubernetes objects that a resource of the Kubernetes or kubectl provider makes; undefined when it makes none, or
 * nobody can tell which.
 */
export function kubernetesObjects(own: Sketch, section: Section): readonly Sketch[] | undefined {
  return section.block.type === 'resource' ? sketchesOf(own, labelOf(section, 0)) : undefined
}

/** The same of the object that a resource of the type is. */
export function sketchesOf(own: Sketch, type: string): readonly Sketch[] | undefined {
  if (type === 'kubernetes_manifest') return asManifest(memberSketch(own, 'manifest'))
  if (type === 'kubectl_manifest') return fromText(memberSketch(own, 'yaml_body'))
  const plain = /^kubernetes_(.+?)(?:_v\d+(?:beta\d+)?)?$/.exec(type)?.[1] ?? ''
  const known = Object.hasOwn(KUBERNETES_KINDS, plain) ? KUBERNETES_KINDS[plain] : undefined
  return known && [typedObject(own, plain, known)]
}

function asManifest(manifest: Sketch | undefined): readonly Sketch[] | undefined {
  const isObject =
    isTold(memberSketch(manifest, 'apiVersion')) && isTold(memberSketch(manifest, 'kind'))
  return manifest === undefined || !isObject ? undefined : [{ ...manifest, keyAt: -1 }]
}

function isTold(sketch: Sketch | undefined): boolean {
  const text = sketchText(sketch)
  return text !== undefined && text !== '' && !text.includes('${')
}

// A hole in the text stays one in the object: as a placeholder, as in any template.
function fromText(body: Sketch | undefined): readonly Sketch[] | undefined {
  const text = sketchText(body)
  if (body === undefined || text === undefined) return undefined
  const { documents, faults } = readYaml({ file: '', text })
  if (faults.length > 0) return undefined
  const objects = documents.flatMap(({ value }) => {
    const sketch = spread(fromPlain(value), body)
    return asManifest(sketch) ?? []
  })
  return objects.length === documents.length && objects.length > 0 ? objects : undefined
}

// All parts of an object that was written as text show at that text.
function spread(value: Value, place: Sketch): Sketch {
  const { mark, decider } = place
  return { ...scalarSketch(undefined, mark), decider, content: contentOf(value, place) }
}

function contentOf(value: Value, place: Sketch): Content {
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => spread(item, place)) }
  }
  if (value instanceof Map) {
    const members = [...value].map(([key, member]) => [key, spread(member, place)] as const)
    return { kind: 'mapping', members: new Map(members) }
  }
  return { kind: 'scalar', value }
}
