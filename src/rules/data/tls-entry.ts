import type { Json } from '../../model/edit.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

// With one of these, cert-manager issues a certificate for each entry of spec.tls. Source: cert-manager, Ingress.
const ISSUERS = [
  'cert-manager.io/cluster-issuer',
  'cert-manager.io/issuer',
  'kubernetes.io/tls-acme',
] as const

/** Whether certificates of an Ingress are issued by cert-manager. */
export function hasIssuer({ annotations }: Resource): boolean {
  return ISSUERS.some((issuer) => (annotations[issuer] ?? 'false') !== 'false')
}

/** The entry of spec.tls for the hosts that `place` is about: one rule, or all of them. */
export function tlsEntryFor(ingress: Resource, place: Place): Json | undefined {
  const [, , only] = place.path
  const hosts = ingress
    .list('spec', 'rules')
    .flatMap((_, index) =>
      typeof only === 'number' && only !== index ? [] : hostAt(ingress, index),
    )
  const [first] = hosts
  if (first === undefined || hosts.some(isPlaceholder)) return undefined
  const secretName = `${first.replace('*', 'wildcard').replaceAll('.', '-')}-tls`
  return { hosts: [...new Set(hosts)], secretName }
}

function hostAt(ingress: Resource, index: number): readonly string[] {
  const host = ingress.get('spec', 'rules', index, 'host')?.value
  return typeof host === 'string' && host !== '' ? [host] : []
}
