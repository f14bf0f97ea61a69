import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { classOf } from '../ingress-class.ts'
import { retirementOf, type Retirement } from '../retired-controller.ts'

export const netIngressRetired = defineRule({
  id: 'net-ingress-retired',
  title: 'Move to an ingress controller that still gets fixes',
  topic: 'exposure',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes blog: Ingress NGINX Retirement, what you need to know',
      url: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    },
    {
      title: 'Gateway API: Migrating from Ingress',
      url: 'https://gateway-api.sigs.k8s.io/guides/getting-started/migrating-from-ingress/',
    },
  ],
  controls: { 'owasp-k8s-2025': ['K07'], 'owasp-k8s-2022': ['K10'] },

  subject: ['IngressClass', 'Ingress'],
  check(resource, scene) {
    const retirement = retirementOf(resource, scene)
    if (retirement === undefined) return []
    return [
      {
        place: placeIn(resource),
        message: messageFor(resource, retirement),
        sure: retirement.sure,
      },
    ]
  },
})

function placeIn(resource: Resource): Place {
  if (resource.type === 'IngressClass') return resource.at('spec', 'controller')
  return classOf(resource)?.place ?? resource.at('spec', 'ingressClassName')
}

function messageFor(resource: Resource, { controller, others, sure }: Retirement): string {
  const { name, retired } = controller
  const more = others === 0 ? '' : ` and ${others} more of its namespace`
  const who = `${resource.kind} "${resource.name}"${more}`
  const verb = others === 0 ? 'needs' : 'need'
  return sure
    ? `${who} ${verb} ${name}, which gets no fixes, of security flaws either, since ${retired}.`
    : `${who} may need ${name}, which gets no fixes since ${retired}: another controller has a class of that name.`
}
