import { memberOf, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { accessOf } from '../access/access.ts'
import { isOnHost } from '../isolation/subjects.ts'
import type { Evidence, Flow } from './flow.ts'
import { portsOf, targetsOf } from './services.ts'

// Of its Service, and of the server itself: which of both a plugin sees depends on where it looks.
const API_PORTS = [443, 6443] as const
const WEBHOOK_PORT = 443

/** The connections of the control plane: who asks the API server, whom it asks, who is probed, and everybody's DNS. */
export function controlPlaneFlows(scene: Scene): readonly Flow[] {
  const pods = scene.pods.filter((pod) => !isOnHost(pod))
  return [
    ...pods.flatMap(dnsFlows),
    ...pods.flatMap((pod) => apiFlows(pod, scene)),
    ...pods.flatMap(probeFlows),
    ...calledServices(scene).flatMap((call) => calledFlows(call, scene)),
  ]
}

function dnsFlows(pod: Pod): readonly Flow[] {
  const words = 'every pod asks for the addresses of names'
  return (['TCP', 'UDP'] as const).map((protocol) => ({
    from: { kind: 'pods', pod },
    to: { kind: 'dns' },
    protocol,
    port: 53,
    confidence: 'certain',
    evidence: [{ place: undefined, words }],
  }))
}

function apiFlows(pod: Pod, scene: Scene): readonly Flow[] {
  const evidence = apiUse(pod, scene)
  if (evidence === undefined) return []
  return API_PORTS.map((port) => ({
    from: { kind: 'pods', pod },
    to: { kind: 'apiServer' },
    protocol: 'TCP',
    port,
    confidence: 'certain',
    evidence: [evidence],
  }))
}

// Whoever binds a role to an account means its pods to use it, unless they get no token.
function apiUse(pod: Pod, scene: Scene): Evidence | undefined {
  const field = pod.get('serviceAccountName') ?? pod.get('serviceAccount')
  const name = typeof field?.value === 'string' && field.value !== '' ? field.value : 'default'
  const namespace = pod.owner.namespace ?? ''
  const account = scene.find('ServiceAccount', namespace, name)
  const mounts = (pod.get(AUTOMOUNT) ?? account?.get(AUTOMOUNT))?.value
  if (mounts === false && !asksForToken(pod)) return undefined
  const subject = { kind: 'ServiceAccount', name, namespace } as const
  const isBound = accessOf(scene).isBound(subject)
  return isBound
    ? { place: field?.place, words: `roles are bound to its account "${name}"` }
    : undefined
}

const AUTOMOUNT = 'automountServiceAccountToken'

function asksForToken(pod: Pod): boolean {
  return pod
    .list('volumes')
    .some((_, volume) =>
      pod
        .list('volumes', volume, 'projected', 'sources')
        .some(({ value }) => memberOf(value, 'serviceAccountToken') !== undefined),
    )
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const
const PROBE_KINDS = ['httpGet', 'tcpSocket', 'grpc'] as const

function probeFlows(pod: Pod): readonly Flow[] {
  return pod.containers.flatMap((container) =>
    PROBES.flatMap((probe) =>
      PROBE_KINDS.flatMap((kind): readonly Flow[] => {
        const field = container.get(probe, kind, 'port')
        const port = probedPort(container.list('ports'), field?.value)
        if (field === undefined || port === undefined) return []
        return [
          {
            from: { kind: 'nodes' },
            to: { kind: 'pods', pod },
            protocol: 'TCP',
            port,
            confidence: 'certain',
            evidence: [{ place: field.place, words: `the kubelet asks its ${probe}` }],
          },
        ]
      }),
    ),
  )
}

function probedPort(
  declared: readonly { readonly value: unknown }[],
  wanted: unknown,
): number | undefined {
  if (typeof wanted === 'number') return wanted
  const named = declared.find(({ value }) => textsOf(value)['name'] === wanted)
  const port = memberOf(named?.value, 'containerPort')
  return typeof port === 'number' ? port : undefined
}

/** A Service that the API server calls. */
interface Call {
  readonly service: unknown
  readonly place: Place
  readonly words: string
}

function calledServices(scene: Scene): readonly Call[] {
  const webhooks = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']
    .flatMap((kind) => scene.ofKind(kind))
    .flatMap((configuration) =>
      configuration.list('webhooks').map(({ value, place }) => ({
        service: valueAt(value, ['clientConfig', 'service']),
        place,
        words: `${configuration.kind} "${configuration.name}" calls it`,
      })),
    )
  const others: readonly (readonly [string, readonly string[]])[] = [
    ['APIService', ['spec', 'service']],
    ['CustomResourceDefinition', ['spec', 'conversion', 'webhook', 'clientConfig', 'service']],
  ]
  return [
    ...webhooks,
    ...others.flatMap(([kind, path]) =>
      scene.ofKind(kind).map((resource) => ({
        service: resource.get(...path)?.value,
        place: resource.at(...path),
        words: `${kind} "${resource.name}" is served by it`,
      })),
    ),
  ]
}

function calledFlows({ service, place, words }: Call, scene: Scene): readonly Flow[] {
  const found = serviceIn(service, scene)
  if (found === undefined) return []
  const port = memberOf(service, 'port') ?? WEBHOOK_PORT
  return portsOf(found)
    .filter((each) => each.port === port)
    .flatMap((each) => targetsOf(found, each, scene))
    .map((target) => ({
      from: { kind: 'apiServer' },
      to: { kind: 'pods', pod: target.pod },
      protocol: target.protocol,
      port: target.port,
      confidence: 'certain',
      evidence: [{ place, words }],
    }))
}

function serviceIn(service: unknown, scene: Scene): Resource | undefined {
  const { name, namespace } = textsOf(service)
  return name === undefined ? undefined : scene.find('Service', namespace, name)
}
