import { setPlace, type Edit } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { clearPorts, weakBalancerSettings } from '../clear-service.ts'

export const svcLbClear = defineRule({
  id: 'svc-lb-clear',
  title: 'Do not offer plain protocols outside of the cluster',
  topic: 'encryption-in-transit',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Service, type LoadBalancer',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
    },
    {
      title: 'Scaleway cloud controller manager: load balancer annotations',
      url: 'https://github.com/scaleway/scaleway-cloud-controller-manager/blob/master/docs/loadbalancer-annotations.md',
    },
    {
      title: 'AWS Load Balancer Controller: Service annotations, TLS',
      url: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#tls',
    },
  ],

  subject: ['Service'],
  check: (service, scene) => [
    ...clearPorts(service, scene).map(({ place, port, protocol, sure }) => ({
      place,
      message: sure
        ? `Service "${service.name}" offers ${protocol} in clear on port ${port} to whoever reaches its address.`
        : `Service "${service.name}" may offer ${protocol} in clear on port ${port}: nothing that was read shows TLS.`,
      sure,
    })),
    ...weakBalancerSettings(service).map(({ place, why }) => ({
      place,
      message: `The load balancer of Service "${service.name}" ${why}.`,
      sure: true,
    })),
  ],

  fix: {
    risk: 'mayBreak', // clients that know old versions of TLS only are turned away, and so are wrong certificates
    edit: (service, { place }): readonly Edit[] => {
      const setting = weakBalancerSettings(service).find(
        (each) => each.place.path.at(-1) === place.path.at(-1),
      )
      return setting === undefined ? [] : [setPlace(place, setting.wanted)]
    },
  },
})
