import type { Path } from '../../model/document.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
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

/** Whether an argument names `target`: by a reference to it, or by one of its names written out. */
export function names(
  field: Field | undefined,
  target: Resource,
  own: readonly string[] = [],
): Answer {
  if (typeof field?.value !== 'string') return field === undefined ? 'no' : unless(field.resolved)
  const { value, resolved } = field
  if (resolved) return own.length === 0 ? 'cannot tell' : isNamed(value, target, own)
  const [, reference] = WHOLE_REFERENCE.exec(value) ?? []
  if (reference === undefined) return 'cannot tell'
  if (reference.startsWith(`${addressOf(target)}.`)) return 'yes'
  return OPAQUE.test(reference) ? 'cannot tell' : 'no'
}

const WHOLE_REFERENCE = /^\$\{([^{}]+)\}$/

// What a variable, a data source or a module that was not read gives may be anything.
const OPAQUE = /^(?:module\.[^.]+\.)*(?:var|data|local|each|module)\./

function unless(isResolved: boolean): Answer {
  return isResolved ? 'no' : 'cannot tell'
}

function isNamed(value: string, target: Resource, own: readonly string[]): Answer {
  const fields = own.flatMap((argument) => target.get(argument) ?? [])
  if (fields.some((field) => field.resolved && field.value === value)) return 'yes'
  return fields.some((field) => !field.resolved) ? 'cannot tell' : 'no'
}
