import { dataStores } from '../../analysis/data-stores/data-store.ts'
import { templatePaths } from '../../model/kinds.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { valueAt, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { CLEAR_PORTS } from './clear-ports.data.ts'

/** Something that keeps Linkerd from asking who calls. `why` goes on after the object's name. */
interface LinkerdGap {
  readonly place: Place
  readonly why: string
  readonly wanted: string | undefined
}

const INJECT = 'linkerd.io/inject'
const POLICY = 'config.linkerd.io/default-inbound-policy'
const SKIPS = [
  'config.linkerd.io/skip-inbound-ports',
  'config.linkerd.io/skip-outbound-ports',
] as const

/** What of a namespace or a workload keeps Linkerd from asking who calls, or from seeing the call at all. */
export function linkerdGaps(resource: Resource, scene: Scene): readonly LinkerdGap[] {
  if (resource.type !== 'Namespace' && !isAnnotated(resource)) return []
  const policy = annotationOf(resource, POLICY)
  const gaps: LinkerdGap[] = []
  if (typeof policy?.value === 'string' && policy.value.endsWith('unauthenticated'))
    gaps.push({
      place: policy.place,
      why: `takes calls from anyone: its inbound policy is ${policy.value}`,
      wanted: policy.value.replace('unauthenticated', 'authenticated'),
    })
  for (const name of SKIPS) {
    const ports = annotationOf(resource, name)
    const protocol = typeof ports?.value === 'string' ? skippedProtocol(ports.value) : undefined
    if (ports !== undefined && protocol !== undefined)
      gaps.push({
        place: ports.place,
        why: `lets ${protocol} pass by the mesh in clear`,
        wanted: undefined,
      })
  }
  return resource.type === 'Namespace' ? [...gaps, ...ofNamespace(resource, scene)] : gaps
}

function isAnnotated({ type, value }: Resource): boolean {
  if (valueAt(value, ANNOTATIONS) !== undefined) return true
  const template = templatePaths(type)[0] ?? []
  return valueAt(value, [...template, ...ANNOTATIONS]) !== undefined
}

const ANNOTATIONS = ['metadata', 'annotations'] as const

function annotationOf(resource: Resource, name: string): Field | undefined {
  const template = templatePaths(resource.type)[0] ?? []
  return (
    resource.get('metadata', 'annotations', name) ??
    resource.get(...template, 'metadata', 'annotations', name)
  )
}

function skippedProtocol(ports: string): string | undefined {
  return ports
    .split(',')
    .map((port) => CLEAR_PORTS.get(Number(port))?.protocol)
    .find((protocol) => protocol !== undefined)
}

// A store outside of the mesh, in an estate that has one.
function ofNamespace(namespace: Resource, scene: Scene): readonly LinkerdGap[] {
  if (namespace.annotations[INJECT] !== undefined || !usesLinkerd(scene)) return []
  const store = dataStores(scene).find(
    ({ resource }) =>
      resource.namespace === namespace.name && annotationOf(resource, INJECT) === undefined,
  )
  if (store === undefined) return []
  return [
    {
      place: namespace.at('metadata', 'annotations', INJECT),
      why: `keeps ${store.title} ("${store.resource.name}") out of the mesh that others are in`,
      wanted: undefined,
    },
  ]
}

const usesLinkerd = oncePerScene((scene): boolean =>
  scene
    .ofKind('Namespace')
    .some(
      ({ annotations }) => annotations[INJECT] === 'enabled' || annotations[INJECT] === 'ingress',
    ),
)
