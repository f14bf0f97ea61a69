import { groupBy } from '../../base/group.ts'
import { isList, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { parseBlock } from '../addresses/cidr.ts'
import {
  ALL_CONNECTIONS,
  minus,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from '../reach/connection-set.ts'
import { podsBehind, servicePorts, targetIn } from '../reach/service-ports.ts'
import type { Door, Outside, Way } from './door.ts'
import { isPublic } from './load-balancer.ts'
import { ownersIn } from './owners.ts'

/** The doors that Services open: load balancers, ports of nodes, addresses of their own. */
export function serviceDoors(scene: Scene): readonly Door[] {
  const owners = ownersIn(scene)
  return scene.ofKind('Service').flatMap((service) => {
    const openings = openingsOf(service)
    if (openings.length === 0) return []
    const seen = keepsClient(service) ? 'client' : 'node'
    const behind = groupBy(podsBehind(service, scene), (pod) => owners.get(pod))
    return [...behind].flatMap(([to, pods]) => {
      if (to === undefined) return []
      const meant = pods.flatMap((pod) => servicePorts(service).map((port) => targetIn(pod, port)))
      const ports = meant.reduce(union, NO_CONNECTIONS)
      const hidden = hiddenPorts(service, ports)
      return openings.map((opening) => ({ ...opening, to, resource: service, ports, hidden, seen }))
    })
  })
}

interface Opening {
  readonly way: Way
  readonly place: Place
  readonly outside: Outside
  readonly isSure: boolean
}

function openingsOf(service: Resource): readonly Opening[] {
  const type = service.get('spec', 'type')
  const isSure = type?.resolved ?? true
  const place = type?.place ?? service.place
  return [
    ...(type?.value === 'LoadBalancer' || !isSure ? balancerOpenings(service, place, isSure) : []),
    ...(type?.value === 'NodePort'
      ? [{ way: 'NodePort', place, outside: NODE, isSure } as const]
      : []),
    ...externalOpenings(service),
  ]
}

const NODE: Outside = { kind: 'node' }

// A load balancer for few comes with ports of nodes, which heed none of its bounds.
function balancerOpenings(service: Resource, place: Place, isSure: boolean): readonly Opening[] {
  const outside = isSure ? beforeBalancer(service) : UNCLEAR
  const balancer = { way: 'LoadBalancer', place, outside, isSure } as const
  const hasNodePorts = service.get('spec', 'allocateLoadBalancerNodePorts')?.value !== false
  if (outside.kind === 'internet' || !hasNodePorts || !isSure) return [balancer]
  return [balancer, { way: 'NodePort', place, outside: NODE, isSure }]
}

function beforeBalancer(service: Resource): Outside {
  const reached = isPublic(service)
  if (reached !== true) return { kind: reached === false ? 'network' : 'unclear' }
  if (service.get('spec', 'loadBalancerSourceRanges')?.resolved === false) return UNCLEAR
  const ranges = service.list('spec', 'loadBalancerSourceRanges').map(({ value }) => value)
  if (ranges.length === 0) return { kind: 'internet' }
  const blocks = ranges.filter(
    (range) => typeof range === 'string' && parseBlock(range) !== undefined,
  )
  if (blocks.length < ranges.length) return UNCLEAR
  return { kind: 'blocks', blocks: blocks.map(String) }
}

const UNCLEAR: Outside = { kind: 'unclear' }

function externalOpenings(service: Resource): readonly Opening[] {
  const external = service.get('spec', 'externalIPs')
  if (external === undefined || (isList(external.value) && external.value.length === 0)) return []
  const { place, resolved } = external
  return [{ way: 'externalIPs', place, outside: { kind: 'network' }, isSure: resolved }]
}

function keepsClient(service: Resource): boolean {
  return service.get('spec', 'externalTrafficPolicy')?.value === 'Local'
}

function hiddenPorts(service: Resource, ports: ConnectionSet): ConnectionSet {
  const isHidden = service.list('spec', 'ports').some(({ value, resolved }) => {
    const numbers = [memberOf(value, 'port'), memberOf(value, 'targetPort')]
    return !resolved || isPlaceholder(value) || numbers.some(isPlaceholder)
  })
  const isListHidden = service.get('spec', 'ports')?.resolved === false
  return isHidden || isListHidden ? minus(ALL_CONNECTIONS, ports) : NO_CONNECTIONS
}
