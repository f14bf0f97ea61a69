import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { names } from './rights.ts'

/** The annotation that has cert-manager write the authority of a Certificate into an object. */
export const INJECT = 'cert-manager.io/inject-ca-from'

// Source: cert-manager documentation, CA Injector; OpenShift documentation, Service serving certificates.
const INJECTORS = [
  INJECT,
  'cert-manager.io/inject-ca-from-secret',
  'cert-manager.io/inject-apiserver-ca',
  'certmanager.k8s.io/inject-ca-from',
  'service.beta.openshift.io/inject-cabundle',
  'service.alpha.openshift.io/inject-cabundle',
] as const

/** Whether another program is told to write the authority into `resource`. */
export function isInjected(resource: Resource): boolean {
  return INJECTORS.some((key) => resource.annotations[key] !== undefined)
}

/** Whether a role of the estate may rewrite objects of `plural`: operators that bring webhooks fill in their authority. */
export function isRewritten(plural: string, scene: Scene): boolean {
  return rewritableIn(scene).has(plural)
}

/** The Certificate (`namespace/name`) that names a Service among its hosts, or undefined when none that was read does. */
export function certificateFor(
  namespace: string,
  service: string,
  scene: Scene,
): string | undefined {
  return certificatesIn(scene).get(`${service}.${namespace}.svc`)
}

const REWRITABLE = [
  'validatingwebhookconfigurations',
  'mutatingwebhookconfigurations',
  'customresourcedefinitions',
  'apiservices',
] as const

const rewritableIn = oncePerScene((scene): ReadonlySet<string> => {
  const rewritable = new Set<string>()
  for (const role of scene.ofKind('ClusterRole')) {
    for (const { value } of role.list('rules')) {
      if (!names(value, 'verbs', 'update') && !names(value, 'verbs', 'patch')) continue
      for (const plural of REWRITABLE) {
        if (names(value, 'resources', plural)) rewritable.add(plural)
      }
    }
  }
  return rewritable
})

const certificatesIn = oncePerScene((scene): ReadonlyMap<string, string> => {
  const certificates = new Map<string, string>()
  for (const certificate of scene.ofKind('cert-manager.io/Certificate')) {
    const hosts = memberOf(memberOf(certificate.value, 'spec'), 'dnsNames')
    if (!isList(hosts)) continue
    for (const host of hosts) {
      if (typeof host === 'string')
        certificates.set(host, `${certificate.namespace ?? ''}/${certificate.name}`)
    }
  }
  return certificates
})
