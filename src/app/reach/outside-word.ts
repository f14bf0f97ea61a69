import type { Outside } from '../../analysis/doors/door.ts'
import { FAMILIES, wholeOf } from '../../analysis/reach/address-set.ts'
import type { AddressRange } from '../../analysis/reach/peer.ts'

/** Who stands before a door, in a few words; a range by its addresses, all of them as `the internet`. */
export function outsideWord(from: Exclude<Outside['kind'], 'blocks'> | AddressRange): string {
  if (typeof from === 'string') return OUTSIDES[from]
  const whole = FAMILIES.some((family) => {
    const { first, last } = wholeOf(family)
    return family === from.family && first === from.first && last === from.last
  })
  if (!whole) return from.id
  return from.family === 4 ? OUTSIDES.internet : `${OUTSIDES.internet} by IPv6`
}

const OUTSIDES: Readonly<Record<Exclude<Outside['kind'], 'blocks'>, string>> = {
  internet: 'the internet',
  network: "the provider's network",
  node: 'whoever reaches a node',
  unclear: 'somebody outside, who cannot be told',
}
