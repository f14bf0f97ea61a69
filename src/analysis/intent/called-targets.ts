import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import {
  declaredPorts,
  isHeadless,
  podsBehind,
  portsOf,
  targetsOf,
  type Target,
} from './services.ts'

/** The port that a caller of a Service says, and the one that its protocol usually has. */
export interface CalledPort {
  readonly port: number | undefined
  readonly usualPort: number | undefined
}

/** Where a call of a Service ends. */
export interface CalledTargets {
  readonly targets: readonly (Target & {
    /** Whether it is one of several ports, and one that operators use rather than callers. */
    readonly isSide: boolean
  })[]
  /** Whether the port was not said, so that it may be any of the Service's. */
  readonly isGuess: boolean
}

// Of a Service with several ports, those that are for operators rather than for callers.
const SIDE_PORT =
  /metric|admin|manage|debug|epmd|health|prof|monitor|peer|gossip|raft|cluster|internal/i

/** The pods, and their ports, that a call of a Service ends at. */
export function calledTargets(
  service: Resource,
  { port, usualPort }: CalledPort,
  scene: Scene,
): CalledTargets {
  const ports = portsOf(service)
  const named = ports.filter((each) => each.port === port)
  // A port that only the scheme implies yields to those that the Service has.
  if (port === undefined || (named.length === 0 && port === usualPort)) {
    const targets = ports.flatMap((each) => {
      const isSide = ports.length > 1 && SIDE_PORT.test(each.name)
      return targetsOf(service, each, scene).map((target) => ({ ...target, isSide }))
    })
    return { targets, isGuess: true }
  }
  const targets = named.flatMap((each) => targetsOf(service, each, scene))
  const reached = targets.length > 0 ? targets : directTargets(service, port, scene)
  return { targets: reached.map((target) => ({ ...target, isSide: false })), isGuess: false }
}

// Through a Service without an address of its own every port of its pods can be called.
function directTargets(service: Resource, port: number, scene: Scene): readonly Target[] {
  if (!isHeadless(service)) return []
  return podsBehind(service, scene).map((pod) => ({
    pod,
    port,
    protocol: declaredPorts(pod).find((own) => own.port === port)?.protocol ?? 'TCP',
  }))
}
