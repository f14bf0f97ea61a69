import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { tlsOffMembers } from '../config-links.ts'
import { onePerPlace } from '../one-per-place.ts'

export const cfgDbSslOff = defineRule({
  id: 'cfg-db-ssl-off',
  title: 'Do not configure TLS or its checks away',
  topic: 'encryption-in-transit',
  severity: 'high',
  references: [
    {
      title: 'PostgreSQL: SSL support, protection provided in different modes',
      url: 'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION',
    },
    {
      title: 'Prometheus: configuration, tls_config',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#tls_config',
    },
  ],

  subject: ['ConfigMap', 'Secret'],
  check: (config) =>
    onePerPlace(
      tlsOffMembers(config).map(({ key, place, what }) => ({
        place,
        message: `${config.type} "${config.name}" lets programs talk without TLS or without its checks: key "${key}" says ${what}.`,
        sure: true,
      })),
    ),

  fix: {
    risk: 'mayBreak', // the server needs a certificate that the client's authorities signed
    edit(config, { place }) {
      const member = tlsOffMembers(config).find(
        (each) => each.mended !== undefined && each.key === place.path.at(-1),
      )
      return member?.mended === undefined ? [] : [setPlace(place, member.mended)]
    },
  },
})
