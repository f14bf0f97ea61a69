import { isList, memberOf } from '../../model/part.ts'

/** Whether a rule of a role allows `verb` on `resource` of `group`, by name or by a wildcard, and not on named objects only. */
export function allows(rule: unknown, group: string, resource: string, verb: string): boolean {
  return (
    names(rule, 'resources', resource) &&
    names(rule, 'verbs', verb) &&
    names(rule, 'apiGroups', group) &&
    memberOf(rule, 'resourceNames') === undefined
  )
}

/** Whether a field of a rule holds `wanted` or the wildcard. */
export function names(rule: unknown, field: string, wanted: string): boolean {
  const members = memberOf(rule, field)
  return isList(members) && (members.includes(wanted) || members.includes('*'))
}
