import { removeField } from '../../../model/edit.ts'
import { isList } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const netExternalIps = defineRule({
  id: 'net-external-ips',
  title: 'Claim no addresses by externalIPs',
  topic: 'exposure',
  severity: 'high',
  references: [
    {
      title: 'CVE-2020-8554: Man in the middle using LoadBalancer or ExternalIPs',
      url: 'https://github.com/kubernetes/kubernetes/issues/97076',
    },
    {
      title: 'Kubernetes: Service, external IPs',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
    },
  ],
  controls: { 'cis-1.12': ['1.2.3'], 'k8s-checklist': ['network/7'] },

  subject: ['Service'],
  check(service) {
    const field = service.get('spec', 'externalIPs')
    if (field === undefined || (isList(field.value) && field.value.length === 0)) return []
    return [
      {
        place: field.place,
        message: `Service "${service.name}" claims addresses by externalIPs: each node leads traffic for them to its pods, whoever owns them.`,
        sure: field.resolved,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // whoever connects to these addresses has to come another way
    edit: (service) => [removeField(service, ['spec', 'externalIPs'])],
  },
})
