import { parseBlock } from '../../analysis/addresses/cidr.ts'
import { OPEN_SHARE } from '../../analysis/addresses/openness.ts'
import type { Resource } from '../../model/resource.ts'
import type { Complaint } from '../rule.ts'

const ALL = 2 ** 32

/** What a rule from one address to another lets in, when that is half of the internet or more or nobody can tell. */
export function firewallSpan(rule: Resource): readonly Complaint[] {
  const [start, end] = [rule.get('start_ip_address'), rule.get('end_ip_address')]
  const unknown = [start, end].find((field) => field?.resolved === false)
  if (unknown !== undefined) {
    const message = `Whom rule "${rule.name}" lets into the database cannot be told.`
    return [{ place: unknown.place, message, sure: false }]
  }
  const [from, to] = [numberOf(start?.value), numberOf(end?.value)]
  if (from === undefined || to === undefined || (to - from + 1) / ALL < OPEN_SHARE) return []
  const message = `Rule "${rule.name}" lets half of the internet or more reach the database.`
  return [{ place: rule.at('end_ip_address'), message, sure: true }]
}

function numberOf(value: unknown): number | undefined {
  const block = typeof value === 'string' ? parseBlock(value) : undefined
  return block?.family === 4 ? Number(block.bits) : undefined
}
