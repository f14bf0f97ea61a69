import type { Resource } from '../../model/resource.ts'
import type { Complaint } from '../rule.ts'
import { API_SERVER } from './admin-ports.data.ts'
import { inboundRules, rulesArgument } from './firewall-rules.ts'
import { openingBy, type InboundRule } from './inbound-rule.ts'
import { adminPortsIn } from './port-range.ts'

/** What a firewall lets half of the internet or more reach, or may let it. */
export interface WorldOpening extends Complaint {
  /** What answers there, in words; undefined when nobody can tell. */
  readonly behind: readonly string[] | undefined
}

/** The ports for administrators that a firewall opens to the internet. O(rules x ranges). */
export function worldOpenings(firewall: Resource): readonly WorldOpening[] {
  const rules = inboundRules(firewall)
  if (rules !== undefined) return rules.flatMap((rule) => openingsBy(rule, firewall))
  const place = firewall.at(rulesArgument(firewall))
  const message = `Whom "${firewall.name}" lets in, and where, cannot be told.`
  return [{ place, message, sure: false, behind: undefined }]
}

/** Whether it is the API server alone that is reached: who asks there has to sign in, and nothing else lies open. */
export function isApiServerAlone({ behind }: WorldOpening): boolean {
  return behind?.every((what) => what === API_SERVER) ?? false
}

function openingsBy(rule: InboundRule, { name }: Resource): readonly WorldOpening[] {
  const opening = openingBy(rule)
  const behind = rule.ports && adminPortsIn(rule.ports)
  if (opening === undefined || behind?.length === 0) return []
  const { place, told } = opening
  const sure = opening.sure && behind !== undefined
  const what =
    behind === undefined || behind.length > 2 ? 'ports for administrators' : behind.join(' and ')
  const message = sure
    ? `"${name}" lets half of the internet or more (${told}) reach ${what}.`
    : `Whether "${name}" lets the internet reach ${what} cannot be told.`
  return [{ place, message, sure, behind }]
}
