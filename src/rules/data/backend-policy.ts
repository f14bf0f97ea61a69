import { memberOf, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'

/** What a BackendTLSPolicy leaves out of what it takes to know a backend: its name, and who signs for it. */
export function policyGaps(policy: Resource): readonly Complaint[] {
  // The first version kept both under spec.tls.
  const part =
    policy.get('spec', 'validation') === undefined && policy.get('spec', 'tls') !== undefined
      ? 'tls'
      : 'validation'
  const refs = part === 'tls' ? 'caCertRefs' : 'caCertificateRefs'
  const known = part === 'tls' ? 'wellKnownCACerts' : 'wellKnownCACertificates'
  const has = (field: string): boolean => policy.get('spec', part, field) !== undefined
  const what = `BackendTLSPolicy "${policy.name}"`
  const gaps: Complaint[] = []
  if (!has('hostname'))
    gaps.push({
      place: policy.at('spec', part, 'hostname'),
      message: `${what} names no host, so the backend may show a certificate of any name.`,
      sure: true,
    })
  if (!has(known) && policy.list('spec', part, refs).length === 0)
    gaps.push({
      place: policy.at('spec', part, refs),
      message: `${what} names no authority, so nobody can say whose certificates count.`,
      sure: policy.get('spec', part, refs)?.resolved !== false,
    })
  return gaps
}

/** The backends of a route that speak TLS, and for which no policy tells the gateway what to expect. */
export function routeGaps(route: Resource, scene: Scene): readonly Complaint[] {
  return route.list('spec', 'rules').flatMap((_, rule) =>
    route.list('spec', 'rules', rule, 'backendRefs').flatMap(({ value }, index) => {
      const service = backendOf(value, route, scene)
      if (service === undefined || hasPolicy(service, scene)) return []
      const port = route.get('spec', 'rules', rule, 'backendRefs', index, 'port')
      if (port === undefined || !speaksTls(service, port)) return []
      return {
        place: port.place,
        message: `Route "${route.name}" leads to a TLS port of Service "${service.name}", and no BackendTLSPolicy says which certificate to expect there.`,
        sure: true,
      }
    }),
  )
}

function backendOf(ref: unknown, route: Resource, scene: Scene): Resource | undefined {
  const name = memberOf(ref, 'name')
  const namespace = memberOf(ref, 'namespace') ?? route.namespace
  if ((memberOf(ref, 'kind') ?? 'Service') !== 'Service') return undefined
  return typeof name === 'string' && typeof namespace === 'string'
    ? scene.find('Service', namespace, name)
    : undefined
}

function speaksTls(service: Resource, { value: wanted }: Field): boolean {
  return service.list('spec', 'ports').some(({ value }) => {
    if (memberOf(value, 'port') !== wanted) return false
    const words = [memberOf(value, 'name'), memberOf(value, 'appProtocol')]
    return (
      wanted === 443 || words.some((word) => typeof word === 'string' && /^(https|tls)/.test(word))
    )
  })
}

const targetsByScene = new WeakMap<Scene, ReadonlySet<string>>()

// Istio says the same in a DestinationRule.
function hasPolicy(service: Resource, scene: Scene): boolean {
  const known = targetsByScene.get(scene) ?? targetsOf(scene)
  targetsByScene.set(scene, known)
  const { namespace = '', name } = service
  return [`${namespace}/${name}`, `${namespace}/${name}.${namespace}.svc.cluster.local`].some(
    (key) => known.has(key),
  )
}

function targetsOf(scene: Scene): ReadonlySet<string> {
  const policies = scene
    .ofKind('BackendTLSPolicy')
    .flatMap((policy) =>
      policy
        .list('spec', 'targetRefs')
        .map(({ value }) => `${policy.namespace ?? ''}/${String(memberOf(value, 'name'))}`),
    )
  const rules = scene
    .ofKind('networking.istio.io/DestinationRule')
    .map((rule) => `${rule.namespace ?? ''}/${String(rule.get('spec', 'host')?.value)}`)
  return new Set([...policies, ...rules])
}
