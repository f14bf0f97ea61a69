import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { connectionText, isEmpty } from '../reach/connection-set.ts'
import { reachOf } from '../reach/reach-of.ts'
import type { Door } from './door.ts'
import { doorsOf } from './doors.ts'
import { passagesOf, type Passage } from './passages.ts'

const POD = `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  containers: [{name: web, image: 'x:1', ports: [{name: http, containerPort: 8080}]}]`

const service = (spec: string, metadata = ''): string => `
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop${metadata}}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}], ${spec}}`

const policy = (ingress: string): string => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress], ingress: ${ingress}}`

const ingress = (annotations = ''): string => `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop, annotations: {${annotations}}}
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: web, port: {number: 80}}}`

const CONTROLLER = `
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: nginx, namespace: edge}
spec:
  template:
    metadata: {labels: {app.kubernetes.io/name: ingress-nginx}}
    spec: {containers: [{name: nginx, image: 'x:1'}]}`

const whoStands = ({ outside }: Door | Passage): string => {
  if (outside.kind === 'ranges') return outside.ranges.map(({ id }) => id).join(' ')
  return outside.kind === 'blocks' ? outside.blocks.join(' ') : outside.kind
}

const doorsIn = (yaml: string): readonly string[] =>
  doorsOf(sceneOf(yaml)).map(
    (door) =>
      `${door.way} ${whoStands(door)} ${connectionText(door.ports)}${door.isSure ? '' : ' perhaps'}`,
  )

const passagesIn = (yaml: string): readonly string[] => {
  const scene = sceneOf(yaml)
  const reach = reachOf(scene)
  return doorsOf(scene)
    .flatMap((door) => passagesOf(door, reach, scene))
    .map((passage) => {
      const { open, maybe, doubt } = passage
      const told = [
        ...(isEmpty(open) ? [] : [`open ${connectionText(open)}`]),
        ...(isEmpty(maybe) ? [] : [`unclear ${connectionText(maybe)} (${doubt ?? ''})`]),
      ]
      return `${passage.door.way} ${whoStands(passage)}: ${told.join(', ') || 'closed'}`
    })
}

describe('ways in from outside', () => {
  it.each([
    { name: 'a Service for the cluster alone', yaml: service('type: ClusterIP'), doors: [] },
    {
      name: 'a load balancer for everybody',
      yaml: service('type: LoadBalancer'),
      doors: ['LoadBalancer internet TCP 8080'],
    },
    {
      name: 'a load balancer for few, and the ports of nodes that come with it',
      yaml: service('type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24]'),
      doors: ['LoadBalancer 203.0.113.0/24 TCP 8080', 'NodePort node TCP 8080'],
    },
    {
      name: 'a load balancer for few without ports of nodes',
      yaml: service(
        'type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24], allocateLoadBalancerNodePorts: false',
      ),
      doors: ['LoadBalancer 203.0.113.0/24 TCP 8080'],
    },
    {
      name: 'an internal load balancer without ports of nodes',
      yaml: service(
        'type: LoadBalancer, allocateLoadBalancerNodePorts: false',
        ', annotations: {networking.gke.io/load-balancer-type: Internal}',
      ),
      doors: ['LoadBalancer network TCP 8080'],
    },
    {
      name: 'a port of all nodes',
      yaml: service('type: NodePort'),
      doors: ['NodePort node TCP 8080'],
    },
    {
      name: 'addresses of its own',
      yaml: service('externalIPs: [203.0.113.9]'),
      doors: ['externalIPs network TCP 8080'],
    },
    {
      name: 'a type that a placeholder decides',
      yaml: service("type: '{{ .Values.type }}'"),
      doors: ['LoadBalancer unclear TCP 8080 perhaps'],
    },
    { name: 'an Ingress', yaml: service('') + ingress(), doors: ['Ingress internet TCP 8080'] },
    {
      name: 'an Ingress for few',
      yaml:
        service('') +
        ingress("nginx.ingress.kubernetes.io/whitelist-source-range: '10.0.0.0/8, 192.0.2.1'"),
      doors: ['Ingress 10.0.0.0/8 192.0.2.1 TCP 8080'],
    },
  ])('finds $name', ({ yaml, doors }) => {
    expect(doorsIn(POD + yaml)).toEqual(doors)
  })

  it.each([
    {
      name: 'a port of the node',
      ports: 'containerPort: 80, hostPort: 80',
      doors: ['hostPort node TCP 80'],
    },
    {
      name: 'none on the loopback',
      ports: 'containerPort: 80, hostPort: 80, hostIP: 127.0.0.1',
      doors: [],
    },
  ])('finds $name that a container opens', ({ ports, doors }) => {
    expect(doorsIn(POD.replace('name: http, containerPort: 8080', ports))).toEqual(doors)
  })

  it('finds all that a pod on the network of its node declares', () => {
    const yaml = POD.replace('spec:', 'spec:\n  hostNetwork: true')
    expect(doorsIn(yaml)).toEqual(['hostNetwork node TCP 8080'])
  })
})

describe('what policies make of a way in', () => {
  const local = service('type: LoadBalancer, externalTrafficPolicy: Local')
  const few = policy('[{from: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 8080}]}]')

  it.each([
    { name: 'opens it without any', yaml: local, told: ['LoadBalancer internet: open TCP 8080'] },
    {
      name: 'closes it to all',
      yaml: local + policy('[]'),
      told: ['LoadBalancer internet: closed'],
    },
    {
      name: 'tells clients apart',
      yaml: local + few,
      told: [
        'LoadBalancer 0.0.0.0-203.0.112.255 203.0.114.0-255.255.255.255: closed',
        'LoadBalancer 203.0.113.0-203.0.113.255: open TCP 8080',
      ],
    },
    {
      name: 'cannot tell them apart behind a node',
      yaml: service('type: LoadBalancer') + few,
      told: ['LoadBalancer internet: unclear TCP 8080 (node)'],
    },
    {
      name: 'opens it to the addresses before it alone',
      yaml:
        service(
          'type: LoadBalancer, externalTrafficPolicy: Local, loadBalancerSourceRanges: [203.0.113.8/29], allocateLoadBalancerNodePorts: false',
        ) + few,
      told: ['LoadBalancer 203.0.113.8/29: open TCP 8080'],
    },
    {
      name: 'asks about the controller that was read',
      yaml:
        service('') +
        ingress() +
        CONTROLLER +
        policy(
          '[{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}]}]',
        ),
      told: ['Ingress internet: open TCP 8080'],
    },
    {
      name: 'closes it to the controller that was read',
      yaml: service('') + ingress() + CONTROLLER + policy('[{from: [{podSelector: {}}]}]'),
      told: ['Ingress internet: closed'],
    },
    {
      name: 'cannot tell of a controller that was not read',
      yaml:
        service('') + ingress() + policy('[{from: [{namespaceSelector: {matchLabels: {a: b}}}]}]'),
      told: ['Ingress internet: unclear TCP 8080 (controller)'],
    },
    {
      name: 'closes it to whatever controller there is',
      yaml: service('') + ingress() + policy('[]'),
      told: ['Ingress internet: closed'],
    },
    {
      name: 'cannot tell what a placeholder decides',
      yaml: service("type: '{{ .Values.type }}'"),
      told: ['LoadBalancer unclear: unclear TCP 8080 (placeholder)'],
    },
  ])('$name', ({ yaml, told }) => {
    expect(passagesIn(POD + yaml)).toEqual(told)
  })

  it('cannot tell what a pod listens on that declares nothing', () => {
    const yaml = POD.replace('spec:', 'spec:\n  hostNetwork: true').replace(/, ports: .*/, '}]')
    expect(passagesIn(yaml)).toEqual(['hostNetwork node: unclear All Connections (undeclared)'])
  })
})
