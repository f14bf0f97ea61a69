import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { typeOf } from '../service-type.ts'

export const netExternalName = defineRule({
  id: 'net-external-name',
  title: 'Let Services lead to pods of their own namespace',
  topic: 'exposure',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Service, type ExternalName',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
    },
    {
      title: 'Kubernetes: DNS for Services and Pods',
      url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
    },
  ],

  subject: ['Service'],
  check(service) {
    const name = service.get('spec', 'externalName')
    if (typeOf(service) !== 'ExternalName' || name === undefined) return []
    const target = targetOf(name, service)
    if (target === undefined) return []
    return [
      {
        // Which host it is, and whether it is spoken to in clear, is for others to say.
        place: service.at('spec', 'type'),
        message: `Service "${service.name}" is another name for ${target}: policies by labels, and the names in certificates, do not follow it.`,
        sure: name.resolved,
      },
    ]
  },
})

function targetOf({ value, resolved }: Field, { namespace }: Resource): string | undefined {
  if (!resolved) return 'what a template decides'
  if (typeof value !== 'string') return undefined
  const parts = value.toLowerCase().replace(/\.$/, '').split('.')
  if (parts[2] !== 'svc') return `the host "${value}" outside of the cluster`
  return parts[1] === namespace ? undefined : `a Service of namespace "${parts[1] ?? ''}"`
}
