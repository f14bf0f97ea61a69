import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { strictTransportGaps } from '../strict-transport.ts'

export const ingHsts = defineRule({
  id: 'ing-hsts',
  title: 'Tell browsers to stay on https for a year',
  topic: 'encryption-in-transit',
  severity: 'low',
  references: [
    {
      title: 'ingress-nginx: ConfigMap, hsts',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#hsts',
    },
    {
      title: 'MDN: Strict-Transport-Security header',
      url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security',
    },
  ],

  subject: ['ConfigMap', 'Ingress', 'traefik.io/Middleware', 'traefik.containo.us/Middleware'],
  check: (resource) =>
    strictTransportGaps(resource).map(({ field, why }) => ({
      place: field.place,
      message: `${resource.kind} "${resource.name}" lets browsers go back to http: ${why}.`,
      sure: true,
    })),

  fix: {
    risk: 'mayBreak', // for a year browsers refuse to reach these hosts over http
    edit: (resource, { place }) => {
      const gap = strictTransportGaps(resource).find(
        ({ field }) => field.place.path.at(-1) === place.path.at(-1),
      )
      return gap === undefined ? [] : [setPlace(place, gap.wanted)]
    },
  },
})
