import { isMapping, partOf, type Reader } from '../../model/part.ts'
import { blocksOf } from './arguments.ts'

/**
 * What stands under a name, whether it is written as blocks or as one object (what providers made of blocks later);
 * undefined when nobody can tell.
 */
function innerParts(part: Reader, name: string): readonly Reader[] | undefined {
  const written = part.get(name)
  if (!isMapping(written?.value)) return blocksOf(part, name)
  const { place, value } = written
  return [partOf(place.document, place.path, value)]
}

/** The parts that a way of names leads to, through blocks and objects; undefined when nobody can tell. */
export function partsAt(part: Reader, ...way: readonly string[]): readonly Reader[] | undefined {
  const [name, ...rest] = way
  if (name === undefined) return [part]
  const found: Reader[] = []
  for (const inner of innerParts(part, name) ?? [undefined]) {
    const below = inner && partsAt(inner, ...rest)
    if (below === undefined) return undefined
    found.push(...below)
  }
  return found
}
