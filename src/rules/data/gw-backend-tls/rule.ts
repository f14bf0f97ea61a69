import { defineRule } from '../../rule.ts'
import { policyGaps, routeGaps } from '../backend-policy.ts'

export const gwBackendTls = defineRule({
  id: 'gw-backend-tls',
  title: 'Tell gateways whom to expect behind a TLS port',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'Gateway API: BackendTLSPolicy',
      url: 'https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/',
    },
    {
      title: 'Gateway API: TLS configuration, upstream TLS',
      url: 'https://gateway-api.sigs.k8s.io/guides/tls/',
    },
  ],

  subject: ['HTTPRoute', 'GRPCRoute', 'BackendTLSPolicy'],
  check: (resource, scene) =>
    resource.type === 'BackendTLSPolicy' ? policyGaps(resource) : routeGaps(resource, scene),
})
