import { valueAt } from '../../model/part.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { FRONT_DOORS } from './front-doors.data.ts'

const TYPE = ['spec', 'type'] as const

/** The type of a Service as written; `ClusterIP` is what silence means. */
export function typeOf(service: Resource): unknown {
  return valueAt(service.value, TYPE) ?? 'ClusterIP'
}

/** Whether a Service leads to an ingress controller or a gateway, whose work it is to be open to everybody. */
export function isFrontDoor(service: Resource): boolean {
  const selector = Object.values(textsOf(service.get('spec', 'selector')?.value))
  return FRONT_DOORS.names.some((name) => selector.includes(name))
}
