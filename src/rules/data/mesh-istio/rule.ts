import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { meshGaps } from '../mesh-modes.ts'

export const meshIstio = defineRule({
  id: 'mesh-istio',
  title: 'Let the mesh take nothing but mutual TLS',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'Istio: PeerAuthentication',
      url: 'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
    },
    {
      title: 'Istio: mutual TLS migration',
      url: 'https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/',
    },
    {
      title: 'Istio: DestinationRule, ClientTLSSettings',
      url: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings',
    },
  ],

  subject: ['security.istio.io/PeerAuthentication', 'networking.istio.io/DestinationRule'],
  check: (resource) =>
    meshGaps(resource).map(({ place, why }) => ({
      place,
      message: `${resource.kind} "${resource.name}" ${why}.`,
      sure: true,
    })),

  fix: {
    risk: 'mayBreak', // what has no sidecar cannot speak to these pods any more
    edit: (resource, { place }) => {
      const wanted = meshGaps(resource).find(
        (gap) => JSON.stringify(gap.place.path) === JSON.stringify(place.path),
      )?.wanted
      return wanted === undefined ? [] : [setPlace(place, wanted)]
    },
  },
})
