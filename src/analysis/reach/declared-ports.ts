import { isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { PROTOCOLS, type Protocol } from './connection-set.ts'

/** A port with a name that a container declares. */
interface DeclaredPort {
  readonly name: string
  readonly protocol: Protocol
  readonly port: number
}

/** The named ports of a pod; `isPartial` when a placeholder may hide some. */
export interface DeclaredPorts {
  readonly ports: readonly DeclaredPort[]
  readonly isPartial: boolean
}

/** No named port. */
export const NO_DECLARED_PORTS: DeclaredPorts = { ports: [], isPartial: false }

/**
 * The ports that names in policies and Services mean for this pod: those of main containers and sidecars. Init
 * containers that end have none. Source: Kubernetes 1.37, FindPort.
 */
export function declaredPorts(pod: Pod): DeclaredPorts {
  const ports: DeclaredPort[] = []
  let isPartial = false
  for (const container of pod.containers) {
    if (container.role !== 'main' && container.role !== 'sidecar') continue
    for (const { value } of container.list('ports')) {
      const read = readPort(value)
      if (read === 'hidden') isPartial = true
      else if (read !== undefined) ports.push(read)
    }
  }
  return { ports, isPartial }
}

function readPort(entry: unknown): DeclaredPort | 'hidden' | undefined {
  if (isPlaceholder(entry)) return 'hidden'
  if (!isMapping(entry)) return undefined
  const [name, port] = [memberOf(entry, 'name'), memberOf(entry, 'containerPort')]
  const protocol = protocolOf(memberOf(entry, 'protocol'))
  if (isPlaceholder(name) || isPlaceholder(port)) return 'hidden'
  return typeof name === 'string' && typeof port === 'number' && protocol !== undefined
    ? { name, protocol, port }
    : undefined
}

/** The protocol that a field says; TCP when it says nothing, undefined when there is none of that name. */
export function protocolOf(value: unknown): Protocol | undefined {
  if (value === undefined || value === null) return 'TCP'
  return PROTOCOLS.find((protocol) => protocol === value)
}
