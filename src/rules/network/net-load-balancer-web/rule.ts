import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { openBalancer, standsAmongNarrower } from '../open-balancer.ts'

export const netLoadBalancerWeb = defineRule({
  id: 'net-load-balancer-web',
  title: 'Serve web sites through the ingress or the gateway',
  topic: 'exposure',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Service, type LoadBalancer',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
    },
    {
      title: 'Kubernetes: Ingress',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
    },
  ],

  subject: ['Service'],
  check(service) {
    const balancer = openBalancer(service)
    // Other ports are net-load-balancer-open's matter.
    if (balancer === undefined || !balancer.isWeb) return []
    const { place, sure } = balancer
    return [
      {
        place,
        message: sure
          ? `Service "${service.name}" is a web site for the whole internet, past the ingress with its TLS, login and log.`
          : `Whether Service "${service.name}" is a web site for the whole internet cannot be told: what decides was not read.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // whoever came from another range is refused
    edit: (service, { place }) => (standsAmongNarrower(service, place) ? [removePlace(place)] : []),
  },
})
