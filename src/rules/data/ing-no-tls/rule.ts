import { addMembers, setField, type Edit } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { openHosts } from '../open-hosts.ts'
import { isRouteInClear } from '../route.ts'
import { hasIssuer, tlsEntryFor } from '../tls-entry.ts'

export const ingNoTls = defineRule({
  id: 'ing-no-tls',
  title: 'Serve every host of an Ingress over TLS',
  topic: 'encryption-in-transit',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Ingress, TLS',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    },
    {
      title: 'cert-manager: Annotated Ingress resource',
      url: 'https://cert-manager.io/docs/usage/ingress/',
    },
  ],

  subject: [
    'Ingress',
    'route.openshift.io/Route',
    'traefik.io/IngressRoute',
    'traefik.containo.us/IngressRoute',
  ],
  check(resource, scene) {
    if (resource.type !== 'Ingress')
      return isRouteInClear(resource, scene) ? [ofRoute(resource)] : []
    return openHosts(resource, scene)
  },

  fix: {
    risk: 'mayBreak', // clients that do not follow a redirect to https are turned away
    edit(resource, { place }): readonly Edit[] {
      if (resource.type === 'route.openshift.io/Route')
        return [
          setField(resource, ['spec', 'tls'], {
            termination: 'edge',
            insecureEdgeTerminationPolicy: 'Redirect',
          }),
        ]
      // Somebody has to issue the certificate: only where that is arranged already.
      if (resource.type !== 'Ingress' || !hasIssuer(resource)) return []
      const entry = tlsEntryFor(resource, place)
      return entry === undefined ? [] : [addMembers(resource, ['spec', 'tls'], [entry])]
    },
  },
})

function ofRoute(route: Resource): Complaint {
  const message = `${route.kind} "${route.name}" is served in clear: it has no TLS.`
  return { place: route.at('spec', 'tls'), message, sure: true }
}
