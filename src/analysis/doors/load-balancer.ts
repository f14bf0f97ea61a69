import { isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { containsBlock, parseBlock } from '../addresses/cidr.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { LOAD_BALANCERS, type BalancerAnnotation } from './load-balancers.data.ts'

const { internal, bounded, elsewhere, internalByDefault } = LOAD_BALANCERS

// Addresses that no router of the internet passes on.
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7']
  .map(parseBlock)
  .filter((block) => block !== undefined)

/** Whether the load balancer of a Service gets an address that the internet reaches. */
export function isPublic(service: Resource): Claim {
  if (hasOne(service, internal) || hasPrivateAddress(service)) return false
  if (hidesOne(service, internal)) return 'unclear'
  const isTheirs =
    internalByDefault.classes.some((name) => name === className(service)) ||
    hasOne(service, internalByDefault.annotations)
  return !isTheirs || hasOne(service, internalByDefault.unless)
}

/** Whether annotations bound who may connect; unclear when that is kept elsewhere. */
export function isBoundedByAnnotation(service: Resource): Claim {
  if (hasOne(service, bounded)) return true
  return hasOne(service, elsewhere) && 'unclear'
}

function className(service: Resource): unknown {
  return service.get('spec', 'loadBalancerClass')?.value
}

function hasPrivateAddress(service: Resource): boolean {
  const address = service.get('spec', 'loadBalancerIP')?.value
  const block = typeof address === 'string' ? parseBlock(address) : undefined
  return block !== undefined && PRIVATE.some((range) => containsBlock(range, block))
}

function hasOne({ annotations }: Resource, wanted: readonly BalancerAnnotation[]): boolean {
  return wanted.some(({ key, values }) => {
    const value = annotations[key]
    if (value === undefined || value === '') return false
    return values === 'any' || values.includes(value.toLowerCase())
  })
}

function hidesOne({ annotations }: Resource, wanted: readonly BalancerAnnotation[]): boolean {
  return wanted.some(({ key }) => isPlaceholder(annotations[key]))
}
