import { setPlace, type Edit } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { unverifiedBackends } from '../backend-check.ts'

export const ingBackendClear = defineRule({
  id: 'ing-backend-clear',
  title: 'Check the certificate of what lies behind the Ingress',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'ingress-nginx: annotations, backend certificate authentication',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-certificate-authentication',
    },
    {
      title: 'Traefik: ServersTransport, insecureSkipVerify',
      url: 'https://doc.traefik.io/traefik/routing/services/#insecureskipverify',
    },
  ],

  subject: ['Ingress', 'traefik.io/ServersTransport', 'traefik.containo.us/ServersTransport'],
  check: (resource) =>
    unverifiedBackends(resource).map(({ place, why }) => ({
      place,
      message: `${resource.kind} "${resource.name}" does not know whom it talks to: ${why}.`,
      sure: true,
    })),

  fix: {
    risk: 'mayBreak', // a certificate that was never checked may not stand the check
    edit: (resource, { place }): readonly Edit[] => {
      const wanted = unverifiedBackends(resource).find(
        (each) => each.place.path.at(-1) === place.path.at(-1),
      )?.wanted
      return wanted === undefined ? [] : [setPlace(place, wanted)]
    },
  },
})
