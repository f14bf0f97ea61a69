import { oncePerScene } from '../../model/once-per-scene.ts'
import { isMapping, memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { hasLabels } from '../../model/selector.ts'
import type { Protocol } from '../reach/connection-set.ts'
import { isProtocol } from './protocol.ts'

/** A port of a Service, and what it means in the pods behind it. */
export interface ServicePort {
  readonly name: string
  readonly port: number
  readonly protocol: Protocol
  /** A number, or the name of a container's port. */
  readonly target: number | string
}

/** A pod behind a Service with the port of its own that is meant. */
export interface Target {
  readonly pod: Pod
  readonly protocol: Protocol
  readonly port: number
}

/** The pods that a Service selects. */
export function podsBehind(service: Resource, scene: Scene): readonly Pod[] {
  const selector = textsOf(service.get('spec', 'selector')?.value)
  const [first] = Object.entries(selector)
  if (first === undefined) return []
  return scene
    .labelled(service.namespace, ...first)
    .filter((pod) => hasLabels(selector, podLabels(pod)))
}

/** The ports of a Service that could be read. */
export function portsOf(service: Resource): readonly ServicePort[] {
  return service.list('spec', 'ports').flatMap(({ value }) => {
    const port = memberOf(value, 'port')
    const protocol = memberOf(value, 'protocol') ?? 'TCP'
    if (typeof port !== 'number' || !isProtocol(protocol)) return []
    const { name = '' } = textsOf(value)
    const target = memberOf(value, 'targetPort')
    const known = typeof target === 'number' || typeof target === 'string'
    return [{ name, port, protocol, target: known ? numbered(target) : port }]
  })
}

/** Where a port of a Service leads. A pod that does not name the port that is wanted is no target. */
export function targetsOf(service: Resource, port: ServicePort, scene: Scene): readonly Target[] {
  return podsBehind(service, scene).flatMap((pod) => {
    const number = typeof port.target === 'number' ? port.target : namedPort(pod, port)
    return number === undefined ? [] : [{ pod, protocol: port.protocol, port: number }]
  })
}

/** Whether a Service has no address of its own, so that ports are those of its pods. */
export function isHeadless(service: Resource): boolean {
  return service.get('spec', 'clusterIP')?.value === 'None'
}

/** The Service whose address in the cluster this is. */
export function serviceAt(address: string, scene: Scene): Resource | undefined {
  return addressesIn(scene).get(address)
}

const addressesIn = oncePerScene(
  (scene): ReadonlyMap<string, Resource> =>
    new Map(
      scene.ofKind('Service').flatMap((service): readonly (readonly [string, Resource])[] => {
        const address = service.get('spec', 'clusterIP')?.value
        return typeof address === 'string' && address !== 'None' ? [[address, service]] : []
      }),
    ),
)

/** The ports that a pod's containers declare, sidecars included. */
export function declaredPorts(pod: Pod): readonly (ServicePort & { readonly target: number })[] {
  return pod.containers.flatMap((container) => {
    if (container.role === 'init' || container.role === 'ephemeral') return []
    return container.list('ports').flatMap(({ value }) => {
      const port = memberOf(value, 'containerPort')
      const protocol = memberOf(value, 'protocol') ?? 'TCP'
      if (!isMapping(value) || typeof port !== 'number' || !isProtocol(protocol)) return []
      return [{ name: textsOf(value)['name'] ?? '', port, protocol, target: port }]
    })
  })
}

/** The number of a port that a pod's containers name, or undefined when none has that name and protocol. */
export function namedPort(
  pod: Pod,
  { target, protocol }: Pick<ServicePort, 'target' | 'protocol'>,
): number | undefined {
  return declaredPorts(pod).find((own) => own.name === target && own.protocol === protocol)?.port
}

// Quoted numbers are taken for numbers nowhere in Kubernetes, but people mean them.
function numbered(target: number | string): number | string {
  return typeof target === 'string' && /^\d{1,5}$/.test(target) ? Number(target) : target
}
