import type { AuditedRequest } from '../../analysis/cluster/audit-policy.ts'

/** A request whose body or answer holds a secret, and the levels at which the audit log would keep it. */
interface BodyProbe {
  readonly what: string
  readonly levels: readonly ('Request' | 'RequestResponse')[]
  readonly request: Pick<AuditedRequest, 'verb' | 'target'>
}

const core = { group: '', namespace: 'shop', name: 'web' }
const IN_REQUEST = ['Request', 'RequestResponse'] as const
const IN_ANSWER = ['RequestResponse'] as const

/** Source: https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy, read 2026-11-25. */
export const BODY_PROBES: readonly BodyProbe[] = [
  {
    what: 'Secrets as they are written',
    levels: IN_REQUEST,
    request: { verb: 'create', target: { ...core, resource: 'secrets', name: '' } },
  },
  {
    what: 'Secrets as they are written',
    levels: IN_REQUEST,
    request: { verb: 'update', target: { ...core, resource: 'secrets' } },
  },
  {
    what: 'Secrets as they are read',
    levels: IN_ANSWER,
    request: { verb: 'get', target: { ...core, resource: 'secrets' } },
  },
  {
    what: 'Secrets as they are read',
    levels: IN_ANSWER,
    request: { verb: 'list', target: { ...core, resource: 'secrets', name: '' } },
  },
  {
    what: 'ConfigMaps as they are written',
    levels: IN_REQUEST,
    request: { verb: 'update', target: { ...core, resource: 'configmaps' } },
  },
  {
    what: 'tokens that are checked',
    levels: IN_REQUEST,
    request: {
      verb: 'create',
      target: { group: 'authentication.k8s.io', resource: 'tokenreviews', namespace: '', name: '' },
    },
  },
  {
    what: 'tokens that are issued',
    levels: IN_ANSWER,
    request: {
      verb: 'create',
      target: { ...core, resource: 'serviceaccounts', subresource: 'token' },
    },
  },
]
