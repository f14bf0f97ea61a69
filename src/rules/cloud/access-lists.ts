import { openness, OPEN_SHARE } from '../../analysis/addresses/openness.ts'
import type { Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'

/** What a list of ranges lets in. `place` is the range that opens it, or the one that nobody can tell. */
export interface Opening {
  readonly place: Place
  readonly sure: boolean
  /** The ranges that count, for people. */
  readonly told: string
}

/**
 * Whether ranges let in half of the internet or more, together: two halves are as open as `0.0.0.0/0`. When those that
 * are known do not, and others are not known, it cannot be told. Undefined when they bound who comes.
 */
export function openingOf(ranges: readonly Field[]): Opening | undefined {
  const known = ranges.filter(({ resolved, value }) => resolved && typeof value === 'string')
  const texts = known.map(({ value }) => String(value))
  if (openness(texts) >= OPEN_SHARE) return { ...widest(known), sure: true, told: texts.join(', ') }
  const [unknown] = ranges.filter(({ resolved }) => !resolved)
  return unknown && { place: unknown.place, sure: false, told: '' }
}

function widest(ranges: readonly Field[]): Pick<Opening, 'place'> {
  const shareOf = ({ value }: Field): number => openness([String(value)])
  const [first] = ranges.toSorted((a, b) => shareOf(b) - shareOf(a))
  if (first === undefined) throw new Error('No range opens anything.')
  return { place: first.place }
}
