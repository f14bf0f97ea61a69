import { isMapping, memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { hasLabels } from '../../model/selector.ts'
import {
  connectionsTo,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
  type Protocol,
} from './connection-set.ts'
import { declaredPorts, protocolOf } from './declared-ports.ts'
import { machinesIn } from './workloads.ts'

/** A port of a Service. The target is a number, or a name that each pod gives its own number. */
export interface ServicePort {
  readonly name: string
  readonly port: number
  readonly protocol: Protocol
  readonly target: number | string
  readonly nodePort: number | undefined
}

/** The ports of a Service that can be read. */
export function servicePorts(service: Resource): readonly ServicePort[] {
  return service.list('spec', 'ports').flatMap(({ value }) => {
    const [name, port] = [memberOf(value, 'name'), memberOf(value, 'port')]
    const protocol = protocolOf(memberOf(value, 'protocol'))
    if (typeof port !== 'number' || protocol === undefined) return []
    const target = memberOf(value, 'targetPort')
    const nodePort = memberOf(value, 'nodePort')
    const isTold = (typeof target === 'number' && target !== 0) || typeof target === 'string'
    return [
      {
        name: typeof name === 'string' ? name : '',
        port,
        protocol,
        target: isTold ? target : port,
        nodePort: typeof nodePort === 'number' ? nodePort : undefined,
      },
    ]
  })
}

/** The pods that a Service selects; none without a selector. O(pods that carry its first label). */
export function podsBehind(service: Resource, scene: Scene): readonly Pod[] {
  const selector = service.get('spec', 'selector')?.value
  if (!isMapping(selector) || service.get('spec', 'type')?.value === 'ExternalName') return []
  const [first] = Object.entries(textsOf(selector))
  if (first === undefined) return []
  const machines = machinesIn(scene).filter(({ owner }) => owner.namespace === service.namespace)
  return [...scene.labelled(service.namespace, ...first), ...machines].filter((pod) =>
    hasLabels(selector, podLabels(pod)),
  )
}

/** What the target of a Service's port means in a pod; nothing when it declares no port of that name. */
export function targetIn(pod: Pod, { target, protocol }: ServicePort): ConnectionSet {
  if (typeof target === 'number') return connectionsTo(protocol, target)
  return declaredPorts(pod)
    .ports.filter((port) => port.name === target && port.protocol === protocol)
    .map(({ port }) => connectionsTo(protocol, port))
    .reduce(union, NO_CONNECTIONS)
}
