import { isPlaceholder, memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { isOnHost } from '../isolation/subjects.ts'
import {
  ALL_CONNECTIONS,
  connectionsTo,
  isEmpty,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from '../reach/connection-set.ts'
import { protocolOf } from '../reach/declared-ports.ts'
import type { Workload } from '../reach/peer.ts'
import { workloadsOf } from '../reach/workloads.ts'
import type { Door } from './door.ts'

/** The doors that pods open on their nodes: all that a pod on its node's network listens on, and single ports. */
export function nodeDoors(scene: Scene): readonly Door[] {
  return workloadsOf(scene).flatMap((workload) =>
    workload.pods.flatMap((pod) =>
      isOnHost(pod) ? [hostNetworkDoor(pod, workload)] : hostPortDoors(pod, workload),
    ),
  )
}

function hostNetworkDoor(pod: Pod, to: Workload): Door {
  const ports = declaredBy(pod)
  return {
    ...onNode(pod, to),
    way: 'hostNetwork',
    place: pod.at('hostNetwork'),
    ports,
    // What a program listens on it need not declare.
    hidden: isEmpty(ports) ? ALL_CONNECTIONS : NO_CONNECTIONS,
    isSure: true,
  }
}

function hostPortDoors(pod: Pod, to: Workload): readonly Door[] {
  return pod.containers.flatMap((container) =>
    container.list('ports').flatMap(({ value, place }): readonly Door[] => {
      if (!opensNode(value)) return []
      const { ports, isHidden } = readPort(value)
      const hidden = isHidden ? ALL_CONNECTIONS : NO_CONNECTIONS
      const isSure = !isPlaceholder(memberOf(value, 'hostPort'))
      return [{ ...onNode(pod, to), way: 'hostPort', place, ports, hidden, isSure }]
    }),
  )
}

const LOOPBACK: readonly unknown[] = ['127.0.0.1', '::1']

function opensNode(port: unknown): boolean {
  const number = memberOf(port, 'hostPort')
  const isOpened = (typeof number === 'number' && number > 0) || isPlaceholder(number)
  return isOpened && !LOOPBACK.includes(memberOf(port, 'hostIP'))
}

function onNode(pod: Pod, to: Workload): Pick<Door, 'to' | 'resource' | 'outside' | 'seen'> {
  return { to, resource: pod.owner, outside: { kind: 'node' }, seen: 'client' }
}

function declaredBy(pod: Pod): ConnectionSet {
  return pod.containers
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .flatMap((container) => container.list('ports'))
    .map(({ value }) => readPort(value).ports)
    .reduce(union, NO_CONNECTIONS)
}

interface ReadPort {
  readonly ports: ConnectionSet
  /** Whether a placeholder stands for its number or protocol. */
  readonly isHidden: boolean
}

function readPort(value: unknown): ReadPort {
  const [port, protocol] = [memberOf(value, 'containerPort'), memberOf(value, 'protocol')]
  const known = protocolOf(protocol)
  const isHidden = isPlaceholder(port) || isPlaceholder(protocol)
  const isRead = typeof port === 'number' && known !== undefined
  return { ports: isRead ? connectionsTo(known, port) : NO_CONNECTIONS, isHidden }
}
