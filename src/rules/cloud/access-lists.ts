import { openness, OPEN_SHARE } from '../../analysis/addresses/openness.ts'
import { blocksOf } from '../../analysis/terraform/arguments.ts'
import type { Field, Reader } from '../../model/part.ts'
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
  const [unknown] = ranges.filter((range) => !range.resolved && !isNarrow(range))
  return unknown && { place: unknown.place, sure: false, told: '' }
}

/** The `ip` of each block of a list, or the list itself where nobody can tell which blocks it has. */
export function rangesOf(list: Reader, block: string): readonly Field[] {
  const rules = blocksOf(list, block)
  if (rules !== undefined) return rules.flatMap((rule) => rule.get('ip') ?? [])
  return [list.get(block)].filter((whole) => whole !== undefined)
}

// Of `${scaleway_instance_ip.office.address}/32` the length is known, and that is what counts.
function isNarrow({ value }: Field): boolean {
  const [, length] = /\}\/(\d{1,3})$/.exec(String(value)) ?? []
  return Number(length) >= NARROW
}

// Beside a list that is narrow otherwise, it takes more than a hundred of these to make up half of the internet.
const NARROW = 8

function widest(ranges: readonly Field[]): Pick<Opening, 'place'> {
  const shareOf = ({ value }: Field): number => openness([String(value)])
  const [first] = ranges.toSorted((a, b) => shareOf(b) - shareOf(a))
  if (first === undefined) throw new Error('No range opens anything.')
  return { place: first.place }
}
