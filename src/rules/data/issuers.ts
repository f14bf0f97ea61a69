import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

const STAGING = /acme-staging|staging.*acme|\/\/(?:localhost|pebble|step-ca)/i

/**
 * Why browsers do not trust what an issuer of cert-manager signs, for the end of a sentence; undefined when they do,
 * when it cannot be told, or when the issuer was not read.
 */
export function distrustOf(
  kind: 'Issuer' | 'ClusterIssuer',
  name: string,
  namespace: string | undefined,
  scene: Scene,
): string | undefined {
  const issuer = findIssuer(kind, name, namespace, scene)
  if (issuer === undefined) return undefined
  if (issuer.get('spec', 'selfSigned') !== undefined) return `${kind} "${name}" signs for itself`
  if (issuer.get('spec', 'ca') !== undefined) return `${kind} "${name}" is an authority of its own`
  const server = issuer.get('spec', 'acme', 'server')?.value
  return typeof server === 'string' && STAGING.test(server)
    ? `${kind} "${name}" is for trials (ACME staging)`
    : undefined
}

function findIssuer(
  kind: 'Issuer' | 'ClusterIssuer',
  name: string,
  namespace: string | undefined,
  scene: Scene,
): Resource | undefined {
  const type = `cert-manager.io/${kind}`
  // A ClusterIssuer is in no namespace, whatever it may say.
  return kind === 'Issuer'
    ? scene.find(type, namespace, name)
    : scene.ofKind(type).find((issuer) => issuer.name === name)
}
