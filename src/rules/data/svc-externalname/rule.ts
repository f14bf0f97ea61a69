import { memberOf } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { CLEAR_PORTS } from '../clear-ports.data.ts'
import { isPublicHost } from '../public-host.ts'

export const svcExternalname = defineRule({
  id: 'svc-externalname',
  title: 'Leave the cluster over TLS only',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Service, type ExternalName',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
    },
    {
      title: 'PostgreSQL: SSL support, client verification of server certificates',
      url: 'https://www.postgresql.org/docs/current/libpq-ssl.html',
    },
  ],

  subject: ['Service'],
  check(service) {
    if (service.get('spec', 'type')?.value !== 'ExternalName') return []
    const host = service.get('spec', 'externalName')?.value
    if (!isPublicHost(host)) return []
    return service.list('spec', 'ports').flatMap(({ value }, index) => {
      const port = memberOf(value, 'port')
      const known = typeof port === 'number' ? CLEAR_PORTS.get(port) : undefined
      if (
        typeof port !== 'number' ||
        known === undefined ||
        /https|tls|ssl/i.test(String(memberOf(value, 'name')))
      )
        return []
      return {
        place: service.at('spec', 'ports', index, 'port'),
        message: known.mayUpgrade
          ? `Service "${service.name}" leads out of the cluster to port ${port} of ${host}: whether ${known.protocol} speaks TLS there cannot be told.`
          : `Service "${service.name}" leads out of the cluster to ${host} by ${known.protocol}, in clear.`,
        sure: !known.mayUpgrade,
      }
    })
  },
})
