import { memberOf } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const netIngressWildcardHost = defineRule({
  id: 'net-ingress-wildcard-host',
  title: 'Name each host that an Ingress serves',
  topic: 'exposure',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Ingress, hostname wildcards',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards',
    },
  ],

  subject: ['Ingress'],
  check(ingress) {
    return ingress.list('spec', 'rules').flatMap(({ value }, index) => {
      const host = memberOf(value, 'host')
      if (typeof host !== 'string' || !host.startsWith('*')) return []
      return [
        {
          place: ingress.at('spec', 'rules', index, 'host'),
          message: `Ingress "${ingress.name}" answers for every name "${host}", those that nobody has given out included.`,
          sure: true,
        },
      ]
    })
  },
})
