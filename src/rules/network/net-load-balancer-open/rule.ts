import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { openBalancer, standsAmongNarrower } from '../open-balancer.ts'

export const netLoadBalancerOpen = defineRule({
  id: 'net-load-balancer-open',
  title: 'Bound who may connect to a load balancer',
  topic: 'exposure',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Service, type LoadBalancer',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
    },
    {
      title: "Kubernetes: Configure Your Cloud Provider's Firewalls",
      url: 'https://kubernetes.io/docs/tasks/access-application-cluster/configure-cloud-provider-firewall/',
    },
  ],

  subject: ['Service'],
  check(service) {
    const balancer = openBalancer(service)
    // A web site may be meant for everybody: net-load-balancer-web asks.
    if (balancer === undefined || balancer.isWeb) return []
    const { place, sure } = balancer
    return [
      {
        place,
        message: sure
          ? `Every address of the internet may connect to Service "${service.name}": no source range bounds its load balancer.`
          : `Whether the internet may connect to Service "${service.name}" cannot be told: what decides was not read.`,
        sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // whoever came from another range is refused
    // The narrower ranges beside it say who was meant; who else there is, only its owner knows.
    edit: (service, { place }) => (standsAmongNarrower(service, place) ? [removePlace(place)] : []),
  },
})
