import { isAuditPolicy } from '../../analysis/cluster/audit-policy.ts'
import { partOf, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** Anybody who has signed in, and is nothing special. */
export const SOMEBODY = { user: 'somebody', groups: ['system:authenticated'] } as const

const TALOS_POLICY = ['cluster', 'apiServer', 'auditPolicy'] as const

/** The audit policy that an object is, or holds for the API server of a Talos machine; undefined when there is none. */
export function policyIn(resource: Resource): Reader | undefined {
  if (resource.type === 'Policy') return isAuditPolicy(resource) ? resource : undefined
  const field = resource.apiVersion === 'talos' ? resource.get(...TALOS_POLICY) : undefined
  return field && partOf(resource.document, TALOS_POLICY, field.value)
}
