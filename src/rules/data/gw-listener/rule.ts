import { gatewayListeners } from '../../../analysis/encryption/gateway-listener.ts'
import { setField, type Edit } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const gwListener = defineRule({
  id: 'gw-listener',
  title: 'Let gateways serve http only to send to https',
  topic: 'encryption-in-transit',
  severity: 'high',
  references: [
    {
      title: 'Gateway API: HTTP path redirects and rewrites, HTTP-to-HTTPS redirects',
      url: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/',
    },
    {
      title: 'Gateway API: TLS configuration',
      url: 'https://gateway-api.sigs.k8s.io/guides/tls/',
    },
    {
      title: 'Istio: Gateway reference, ServerTLSSettings',
      url: 'https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings',
    },
  ],

  subject: ['Gateway', 'networking.istio.io/Gateway'],
  check: (gateway, scene) =>
    gatewayListeners(gateway, scene).flatMap(({ place, name, state }) => {
      if (state === 'tls' || state === 'redirect') return []
      return {
        place,
        message: WORDS[state](`Listener "${name}" of Gateway "${gateway.name}"`),
        sure: state !== 'unknown',
      }
    }),

  fix: {
    risk: 'mayBreak', // clients that do not follow a redirect to https are turned away
    edit(gateway, { place }): readonly Edit[] {
      const [, , index = 0] = place.path
      const hasTls = gateway
        .list('spec', 'servers')
        .some((_, at) => gateway.get('spec', 'servers', at, 'port', 'protocol')?.value === 'HTTPS')
      // Where there is no https yet, a certificate comes first.
      if (gateway.type === 'Gateway' || !hasTls) return []
      return [setField(gateway, ['spec', 'servers', index, 'tls', 'httpsRedirect'], true)]
    },
  },
})

const WORDS = {
  clear: (what: string) =>
    `${what} serves in clear: its protocol is HTTP and it does not redirect.`,
  unknown: (what: string) =>
    `${what} may serve in clear: no route that redirects from it to https was read.`,
  'no-certificate': (what: string) => `${what} has no certificate, so it cannot serve TLS.`,
} as const
