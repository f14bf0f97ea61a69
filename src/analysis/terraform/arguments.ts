import type { Path } from '../../model/document.ts'
import type { Field, Reader } from '../../model/part.ts'
import { partOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** The first argument of several that is written: providers rename theirs, and old configurations keep the old name. */
export function firstOf(part: Reader, ...names: readonly string[]): Field | undefined {
  for (const name of names) {
    const field = part.get(name)
    if (field !== undefined) return field
  }
  return undefined
}

/** The blocks of a name, each as a part of its own; undefined when it cannot be told which there are. */
export function blocksOf(part: Reader, ...path: Path): readonly Reader[] | undefined {
  const written = part.get(...path)
  if (written === undefined) return []
  if (!written.resolved) return undefined
  return part.list(...path).map(({ value, place }) => partOf(place.document, place.path, value))
}

/** The only block of a name, where there is one; its arguments are asked for by their names. */
export function blockOf(part: Reader, name: string): Reader | undefined {
  return blocksOf(part, name)?.[0]
}

/** Whether tags, labels or the name say that a resource is in production. */
export function isProduction(resource: Resource): boolean {
  const words = [
    ...textsIn(resource.get('tags')?.value),
    ...textsIn(resource.get('labels')?.value),
    ...textsIn(resource.get('resource_labels')?.value),
    ...textsIn(resource.get('name')?.value),
  ]
  return words.some((word) => PRODUCTION.test(word))
}

const PRODUCTION = /(?:^|[^a-z])(?:prod|prd|production|live)(?:[^a-z]|$)/i

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).filter((member) => typeof member === 'string')
}
