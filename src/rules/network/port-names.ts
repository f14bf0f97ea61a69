import type { Claim } from '../../analysis/pod-security/candidate.ts'
import { isList, isMapping, isPlaceholder } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf } from '../../model/resource.ts'

/** The names of the ports that a pod declares, as `TCP:http`, and whether a placeholder hides some. */
interface PortNames {
  readonly names: ReadonlySet<string>
  readonly isComplete: boolean
}

/** Whether a container of a pod declares a port of that name and protocol; sidecars count like the rest. */
export function declaresPort(pod: Pod, name: string, protocol: unknown): Claim {
  const { names, isComplete } = namesIn(pod)
  if (typeof protocol === 'string' && names.has(`${protocol}:${name}`)) return true
  return isComplete && !isPlaceholder(protocol) ? false : 'unclear'
}

const namesByPod = new WeakMap<Pod, PortNames>()

// Many policies ask about the same pods.
function namesIn(pod: Pod): PortNames {
  const known = namesByPod.get(pod)
  if (known !== undefined) return known
  const lists = pod.containers.map((container) => container.get('ports')?.value ?? [])
  const ports = lists.flatMap((list) => (isList(list) ? list : [undefined]))
  const found = {
    names: new Set(ports.flatMap(namesOf)),
    isComplete: !ports.some(isHidden),
  }
  namesByPod.set(pod, found)
  return found
}

function namesOf(port: unknown): readonly string[] {
  const { name, protocol = 'TCP' } = textsOf(port)
  return name === undefined ? [] : [`${protocol}:${name}`]
}

function isHidden(port: unknown): boolean {
  return !isMapping(port) || isPlaceholder(port['name']) || isPlaceholder(port['protocol'])
}
