import type { Document, Path } from '../../model/document.ts'
import type { Making } from '../../model/making.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { valueAt, type Field } from '../../model/part.ts'
import { TERRAFORM_VERSION, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** Whether one thing of a configuration concerns another. */
export type Answer = 'yes' | 'no' | 'cannot tell'

/** Where a resource names another: the type of the one, and the argument that holds the name. */
export interface Link {
  readonly type: string
  readonly path: Path
  /** The arguments of the other that may stand there written out (`name`, `bucket`); none when it is an id only. */
  readonly names?: readonly string[]
}

/** Resources that name another one, and those of which nobody can tell. */
export interface Linked {
  readonly sure: readonly Resource[]
  readonly unclear: readonly Resource[]
}

/** The address of a resource in its root module: `module.net.scaleway_vpc.main[0]`. */
export function addressOf({ kind, name }: Resource): string {
  const [, path = '', own = name] = MODULE_PATH.exec(name) ?? []
  return `${path}${kind}.${own}`
}

// Keys in brackets may hold dots: `module.net["a.b"].main`.
const MODULE_PATH = /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*)(.*)$/s

/** The resources of a type that name `target` in an argument. Two root modules know nothing of each other. O(of the type). */
export function linkedTo(target: Resource, link: Link, scene: Scene): Linked {
  const sure: Resource[] = []
  const unclear: Resource[] = []
  for (const resource of scene.ofKind(link.type)) {
    if (resource.document.making?.via !== target.document.making?.via) continue
    const answer = names(resource.get(...link.path), target, link.names)
    if (answer === 'yes') sure.push(resource)
    else if (answer === 'cannot tell') unclear.push(resource)
  }
  return { sure, unclear }
}

/** The resource that an argument names, where it was read and is sure to be the one. O(of the type). */
export function targetOf(resource: Resource, link: Link, scene: Scene): Resource | undefined {
  const field = resource.get(...link.path)
  if (field === undefined) return undefined
  return scene
    .ofKind(link.type)
    .find(
      (other) =>
        other.document.making?.via === resource.document.making?.via &&
        names(field, other, link.names) === 'yes',
    )
}

/** Whether any resource is linked to another. */
export function isLinked({ sure, unclear }: Linked): Answer {
  if (sure.length > 0) return 'yes'
  return unclear.length > 0 ? 'cannot tell' : 'no'
}

/** The resource that an argument of `from` is a reference to, if it was read. O(1). */
export function referentOf(field: Field, from: Resource, scene: Scene): Resource | undefined {
  if (typeof field.value !== 'string') return undefined
  const [, address = ''] = ADDRESS.exec(field.value) ?? []
  return addressesIn(scene).get(from.document.making?.via)?.get(address)
}

const ADDRESS =
  /^\$\{((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?[\w-]+\.[\w-]+(?:\[[^\]]*\])?)\.[\w.-]+\}$/

const addressesIn = oncePerScene((scene) => {
  const roots = new Map<Making['via'] | undefined, Map<string, Resource>>()
  for (const resource of scene.resources) {
    if (resource.apiVersion !== TERRAFORM_VERSION) continue
    const via = resource.document.making?.via
    const root = roots.get(via) ?? new Map<string, Resource>()
    roots.set(via, root.set(addressOf(resource), resource))
  }
  return roots
})

/** Whether an argument names `target`: by a reference to it, or by one of its names written out. */
export function names(
  field: Field | undefined,
  target: Resource,
  own: readonly string[] = [],
): Answer {
  if (typeof field?.value !== 'string') return field === undefined ? 'no' : unless(field.resolved)
  const { value, resolved } = field
  if (resolved) return own.length === 0 ? 'cannot tell' : isNamed(value, target, own)
  if (isWrittenAlike(field, target, own)) return 'yes'
  const [, reference] = WHOLE_REFERENCE.exec(value) ?? []
  if (reference === undefined) return 'cannot tell'
  if (reference.startsWith(`${addressOf(target)}.`)) return 'yes'
  return OPAQUE.test(reference) && !isResourceLike(reference, target) ? 'cannot tell' : 'no'
}

// `module.shop.scaleway_vpc.main.id` is another resource, where `module.shop.vpc` may be anything.
function isResourceLike(reference: string, { kind }: Resource): boolean {
  const [, , own = ''] = MODULE_PATH.exec(reference) ?? []
  return own.startsWith(kind.slice(0, kind.indexOf('_') + 1))
}

// A call or a choice may give the name of anything: `${split("/", scaleway_k8s_cluster.main.id)[1]}`.
const WHOLE_REFERENCE = /^\$\{([^{}()?]+)\}$/

// What a variable, a data source or a module that was not read gives may be anything.
const OPAQUE = /^(?:module\.[^.]+\.)*(?:var|data|local|each|module)\./

// `shop-${var.stage}` is one name wherever one module writes it, whatever the stage will be.
function isWrittenAlike(
  { value, place }: Field,
  target: Resource,
  own: readonly string[],
): boolean {
  const isSameModule = modulePathOf(place.document) === modulePathOf(target.document)
  return isSameModule && own.some((argument) => target.get(argument)?.value === value)
}

function modulePathOf(document: Document): string {
  const name = valueAt(document.value, ['metadata', 'name'])
  return (typeof name === 'string' ? MODULE_PATH.exec(name)?.[1] : undefined) ?? ''
}

function unless(isResolved: boolean): Answer {
  return isResolved ? 'no' : 'cannot tell'
}

function isNamed(value: string, target: Resource, own: readonly string[]): Answer {
  const fields = own.flatMap((argument) => target.get(argument) ?? [])
  if (fields.some((field) => field.resolved && field.value === value)) return 'yes'
  return fields.some((field) => !field.resolved) ? 'cannot tell' : 'no'
}
