import type { AuditedRequest } from './audit-policy.ts'

/** A request that an investigation will ask for, and what it does, in words that follow "nobody will know who". */
export interface AuditProbe {
  readonly does: string
  readonly request: Pick<AuditedRequest, 'verb' | 'target'>
}

const core = { group: '', namespace: 'shop', name: 'web' }
const cluster = { namespace: '', name: 'web' }
const RBAC = 'rbac.authorization.k8s.io'
const ADMISSION = 'admissionregistration.k8s.io'

/**
 * What an attacker does in a cluster and leaves no other trace of. Sources: the Microsoft Threat Matrix for Kubernetes,
 * https://kubernetes.io/docs/concepts/security/rbac-good-practices/, read 2026-11-25.
 */
export const AUDIT_PROBES: readonly AuditProbe[] = [
  { does: 'read a Secret', request: { verb: 'get', target: { ...core, resource: 'secrets' } } },
  {
    does: 'listed Secrets',
    request: { verb: 'list', target: { ...core, resource: 'secrets', name: '' } },
  },
  {
    does: 'ran commands in a pod',
    request: { verb: 'create', target: { ...core, resource: 'pods', subresource: 'exec' } },
  },
  {
    does: 'attached to a pod',
    request: { verb: 'create', target: { ...core, resource: 'pods', subresource: 'attach' } },
  },
  {
    does: 'forwarded a port of a pod',
    request: { verb: 'create', target: { ...core, resource: 'pods', subresource: 'portforward' } },
  },
  {
    does: 'added a container to a running pod',
    request: {
      verb: 'patch',
      target: { ...core, resource: 'pods', subresource: 'ephemeralcontainers' },
    },
  },
  {
    does: 'talked to a kubelet through the API server',
    request: {
      verb: 'get',
      target: { ...cluster, group: '', resource: 'nodes', subresource: 'proxy' },
    },
  },
  {
    does: 'talked to a Service through the API server',
    request: { verb: 'get', target: { ...core, resource: 'services', subresource: 'proxy' } },
  },
  {
    does: 'changed a ClusterRole',
    request: { verb: 'update', target: { ...cluster, group: RBAC, resource: 'clusterroles' } },
  },
  {
    does: 'bound a role',
    request: {
      verb: 'create',
      target: { group: RBAC, resource: 'rolebindings', namespace: 'shop', name: '' },
    },
  },
  {
    does: 'changed an admission webhook',
    request: {
      verb: 'patch',
      target: { ...cluster, group: ADMISSION, resource: 'mutatingwebhookconfigurations' },
    },
  },
  {
    does: 'approved a certificate',
    request: {
      verb: 'update',
      target: {
        ...cluster,
        group: 'certificates.k8s.io',
        resource: 'certificatesigningrequests',
        subresource: 'approval',
      },
    },
  },
  {
    does: 'asked for a token of an account',
    request: {
      verb: 'create',
      target: { ...core, resource: 'serviceaccounts', subresource: 'token' },
    },
  },
  {
    does: 'changed the labels of a namespace',
    request: { verb: 'patch', target: { ...cluster, group: '', resource: 'namespaces' } },
  },
]
