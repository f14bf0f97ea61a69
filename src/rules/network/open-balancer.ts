import { isBoundedByAnnotation, isPublic } from '../../analysis/doors/load-balancer.ts'
import { claimNot } from '../../analysis/isolation/claims.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { isFrontDoor, typeOf } from './service-type.ts'

const RANGES = ['spec', 'loadBalancerSourceRanges'] as const
const EVERYBODY: readonly unknown[] = ['0.0.0.0/0', '::/0']
const WEB_PORTS: readonly unknown[] = [80, 443]

/** A load balancer that lets everybody in, or may do so. */
export interface OpenBalancer {
  /** The range that means everybody, or the list that is not written. */
  readonly place: Place
  readonly sure: boolean
  /** Whether it serves the ports of web sites alone. */
  readonly isWeb: boolean
}

/** The load balancer of a Service when nothing that was read bounds who may connect; none for the cluster's own door. */
export function openBalancer(service: Resource): OpenBalancer | undefined {
  if (typeOf(service) !== 'LoadBalancer' || isFrontDoor(service)) return undefined
  const place = openPlace(service)
  const reached = isPublic(service)
  const bounded = isBoundedByAnnotation(service)
  if (place === undefined || reached === false || bounded === true) return undefined
  const ports = service.list('spec', 'ports')
  return {
    place,
    sure: reached === true && claimNot(bounded) === true,
    isWeb:
      ports.length > 0 &&
      ports.every((_, index) =>
        WEB_PORTS.includes(service.get('spec', 'ports', index, 'port')?.value),
      ),
  }
}

/** Whether a range stands among narrower ones, which it makes moot. */
export function standsAmongNarrower(service: Resource, { path }: Place): boolean {
  const narrower = service.list(...RANGES).filter(({ value }) => !EVERYBODY.includes(value))
  return narrower.length > 0 && path.length > RANGES.length
}

function openPlace(service: Resource): Place | undefined {
  if (service.get(...RANGES)?.resolved === false) return undefined
  const ranges = service.list(...RANGES)
  if (ranges.length === 0) return service.at(...RANGES)
  return ranges.find(({ value }) => EVERYBODY.includes(value))?.place
}
