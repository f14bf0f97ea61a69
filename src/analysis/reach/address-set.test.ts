import { describe, expect, it } from 'vitest'
import { parseBlock } from '../addresses/cidr.ts'
import {
  addressesOf,
  ALL_ADDRESSES,
  hasNoAddress,
  holdsSpan,
  minusAddresses,
  NO_ADDRESSES,
  partition,
  uniteAddresses,
  wholeOf,
  type AddressSet,
} from './address-set.ts'
import { rangeOf } from './address-text.ts'

function setOf(cidr: string, ...except: readonly string[]): AddressSet {
  const [block, ...holes] = [cidr, ...except].map(parseBlock)
  if (block === undefined) throw new Error(`There is no block ${cidr}.`)
  return addressesOf(
    block,
    holes.filter((hole) => hole !== undefined),
  )
}

const textOf = (set: AddressSet): readonly string[] =>
  ([4, 6] as const).flatMap((family) => set[family].map((span) => rangeOf(family, span).id))

describe('a set of addresses', () => {
  it.each([
    { name: 'a block', set: setOf('10.1.2.3/24'), is: ['10.1.2.0-10.1.2.255'] },
    {
      name: 'a hole in the middle',
      set: setOf('10.0.0.0/8', '10.1.0.0/16'),
      is: ['10.0.0.0-10.0.255.255', '10.2.0.0-10.255.255.255'],
    },
    {
      name: 'a hole at the end',
      set: setOf('10.0.0.0/30', '10.0.0.2/31'),
      is: ['10.0.0.0-10.0.0.1'],
    },
    { name: 'a hole of all', set: setOf('10.0.0.0/30', '10.0.0.0/29'), is: [] },
    {
      name: 'a hole of the other family',
      set: setOf('10.0.0.0/30', '::/0'),
      is: ['10.0.0.0-10.0.0.3'],
    },
    {
      name: 'spans that touch',
      set: uniteAddresses(setOf('10.0.0.0/31'), setOf('10.0.0.2/31')),
      is: ['10.0.0.0-10.0.0.3'],
    },
    {
      name: 'both families',
      set: uniteAddresses(setOf('10.0.0.0/32'), setOf('2001:db8::/127')),
      is: ['10.0.0.0-10.0.0.0', '2001:db8::-2001:db8::1'],
    },
    {
      name: 'what another one has',
      set: minusAddresses(setOf('10.0.0.0/30'), setOf('10.0.0.1/32')),
      is: ['10.0.0.0-10.0.0.0', '10.0.0.2-10.0.0.3'],
    },
  ])('is told in ranges: $name', ({ set, is }) => {
    expect(textOf(set)).toEqual(is)
  })

  it('is empty when both families are', () => {
    expect(hasNoAddress(NO_ADDRESSES)).toBe(true)
    expect(hasNoAddress(setOf('::/128'))).toBe(false)
    expect(hasNoAddress(minusAddresses(ALL_ADDRESSES, ALL_ADDRESSES))).toBe(true)
  })

  it('cuts a family into ranges that are in each set as a whole or not at all', () => {
    const sets = [
      setOf('10.0.0.0/8', '10.1.0.0/16'),
      setOf('0.0.0.0/0'),
      setOf('255.255.255.255/32'),
    ]
    const spans = partition(sets, 4)
    expect(spans.map((span) => rangeOf(4, span).id)).toEqual([
      '0.0.0.0-9.255.255.255',
      '10.0.0.0-10.0.255.255',
      '10.1.0.0-10.1.255.255',
      '10.2.0.0-10.255.255.255',
      '11.0.0.0-255.255.255.254',
      '255.255.255.255-255.255.255.255',
    ])
    expect(spans.filter((span) => holdsSpan(sets[0]?.[4] ?? [], span))).toHaveLength(2)
    expect(partition([], 6)).toEqual([wholeOf(6)])
  })
})
