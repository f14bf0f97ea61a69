import type { Block } from '../../analysis/addresses/cidr.ts'
import { blockOf, entriesNaming, rulesOf } from '../../analysis/isolation/policy-rules.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

// A block shorter than this is no network of anybody's nodes.
const WIDEST = 8

/** The entries for `port` of the policy's egress rules that lead anywhere. */
export function wideEntries(policy: Resource, port: number): readonly Field[] {
  return rulesOf(policy, 'egress')
    .filter(({ peers }) => peers === undefined || peers.some(isWide))
    .flatMap((rule) => entriesNaming(rule, port))
}

function isWide(peer: Field): boolean {
  const block: Block | undefined = blockOf(peer)?.block
  return block !== undefined && block.prefix < WIDEST
}
