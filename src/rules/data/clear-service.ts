import { storeKindOf } from '../../analysis/data-stores/data-store.ts'
import { isBoundedByAnnotation, isPublic } from '../../analysis/doors/load-balancer.ts'
import { endsTls } from '../../analysis/encryption/ingress-tls.ts'
import { memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Container } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { typeOf } from '../network/service-type.ts'
import { CLEAR_PORTS } from './clear-ports.data.ts'
import { podsBehind } from './pods-behind.ts'

/** A port that a Service offers outside of the cluster and on which a plain protocol is spoken. */
export interface OfferedPort {
  readonly place: Place
  readonly port: number
  readonly protocol: string
  readonly sure: boolean
}

/** A setting of a load balancer that weakens its TLS. `why` ends a sentence; `wanted` is what should stand there. */
export interface WeakSetting {
  readonly place: Place
  readonly why: string
  readonly wanted: string
}

const TLS_LEVEL = 'service.beta.kubernetes.io/scw-loadbalancer-ssl-compatibility-level'
const SKIP_VERIFY = 'service.beta.kubernetes.io/scw-loadbalancer-http-backend-tls-skip-verify'
const TLS_WORD = /https|tls|ssl|secure|ldaps|mqtts|amqps|rediss/i

/** The plain ports that a Service offers to anyone who reaches its address. O(ports x pods of the namespace at worst). */
export function clearPorts(service: Resource, scene: Scene): readonly OfferedPort[] {
  const type = typeOf(service)
  const isBalanced = type === 'LoadBalancer'
  if (!isBalanced && type !== 'NodePort') return []
  if (isBalanced && (isBounded(service) || endsTls(service))) return []
  const ports = service.list('spec', 'ports')
  const hasTlsPort = ports.some(({ value }) => speaksTls(value))
  return ports.flatMap(({ value }, index) => {
    const port = memberOf(value, 'port')
    const known = typeof port === 'number' ? CLEAR_PORTS.get(port) : undefined
    if (typeof port !== 'number' || known === undefined || speaksTls(value)) return []
    if (!isBalanced && !known.outside) return []
    // Beside a TLS port, http is there to redirect.
    if (!known.mayUpgrade && hasTlsPort && known.protocol === 'HTTP') return []
    const sure = known.mayUpgrade ? talksClear(service, scene) : true
    if (sure === undefined) return []
    return {
      place: service.at('spec', 'ports', index, 'port'),
      port,
      protocol: known.protocol,
      sure,
    }
  })
}

/** The settings of Scaleway's load balancer that let old TLS or wrong certificates pass. */
export function weakBalancerSettings(service: Resource): readonly WeakSetting[] {
  const { annotations } = service
  const settings: WeakSetting[] = []
  if (annotations[TLS_LEVEL]?.endsWith('old') === true)
    settings.push({
      place: service.at('metadata', 'annotations', TLS_LEVEL),
      why: 'still speaks versions of TLS that are broken',
      wanted: 'ssl_compatibility_level_intermediate',
    })
  if (annotations[SKIP_VERIFY] === 'true')
    settings.push({
      place: service.at('metadata', 'annotations', SKIP_VERIFY),
      why: 'takes any certificate from what lies behind it',
      wanted: 'false',
    })
  return settings
}

// Who may come at all, and from where, is told by rules of the stop network.
function isBounded(service: Resource): boolean {
  const ranges = service.list('spec', 'loadBalancerSourceRanges')
  const isNarrow = ranges.length > 0 && !ranges.some(({ value }) => EVERYBODY.includes(value))
  return (
    isNarrow ||
    service.get('spec', 'loadBalancerClass')?.value === 'tailscale' ||
    isPublic(service) === false ||
    isBoundedByAnnotation(service) === true
  )
}

const EVERYBODY: readonly unknown[] = ['0.0.0.0/0', '::/0']

function speaksTls(port: unknown): boolean {
  const words = [
    memberOf(port, 'name'),
    memberOf(port, 'appProtocol'),
    memberOf(port, 'targetPort'),
  ]
  return (
    memberOf(port, 'port') === 443 ||
    memberOf(port, 'targetPort') === 443 ||
    memberOf(port, 'targetPort') === 8443 ||
    words.some((word) => typeof word === 'string' && TLS_WORD.test(word))
  )
}

/** Whether the pods behind a Service speak in clear: true for known images without a trace of TLS, undefined with one. */
function talksClear(service: Resource, scene: Scene): boolean | undefined {
  const pods = podsBehind(service, scene)
  const containers = pods.flatMap((pod) => pod.containers)
  if (containers.some(hasTlsTrace)) return undefined
  return containers.some((container) => storeKindOf(container) !== undefined)
}

// Any mention of TLS in how the program is started is taken for TLS: a false alarm would be worse.
function hasTlsTrace(container: Container): boolean {
  const words = [
    ...container.list('args'),
    ...container.list('command'),
    ...container.list('env').flatMap((_, index) => container.get('env', index, 'name') ?? []),
    ...container
      .list('volumeMounts')
      .flatMap((_, index) => container.get('volumeMounts', index, 'mountPath') ?? []),
  ]
  return words.some(({ value }) => typeof value === 'string' && /tls|ssl|cert|secure/i.test(value))
}
