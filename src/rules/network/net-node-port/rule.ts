import { removeField, setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { isFrontDoor, typeOf } from '../service-type.ts'

// Fields that the API server refuses on a Service without ports of nodes.
const NODE_FIELDS = ['externalTrafficPolicy', 'healthCheckNodePort'] as const

export const netNodePort = defineRule({
  id: 'net-node-port',
  title: 'Serve inside of the cluster rather than on ports of the nodes',
  topic: 'exposure',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Service, type NodePort',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
    },
    {
      title: 'Kubernetes: Using Source IP',
      url: 'https://kubernetes.io/docs/tutorials/services/source-ip/#source-ip-for-services-with-type-nodeport',
    },
  ],

  subject: ['Service'],
  check(service) {
    // A controller for Ingresses on machines without a load balancer has no other way to be reached.
    if (typeOf(service) !== 'NodePort' || isFrontDoor(service)) return []
    return [
      {
        place: service.at('spec', 'type'),
        message: `Service "${service.name}" opens a port on every address of every node, past the ingress and its login.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // whoever calls a port of the nodes has to come another way, load balancers of clouds included
    edit: (service, { place }) => [
      setPlace(place, 'ClusterIP'),
      ...service
        .list('spec', 'ports')
        .map((_, index) => ['spec', 'ports', index, 'nodePort'] as const)
        .filter((path) => service.get(...path) !== undefined)
        .map((path) => removeField(service, path)),
      ...NODE_FIELDS.filter((field) => service.get('spec', field) !== undefined).map((field) =>
        removeField(service, ['spec', field]),
      ),
    ],
  },
})
