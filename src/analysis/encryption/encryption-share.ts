import { isList, isMapping, memberOf } from '../../model/part.ts'
import type { Scene } from '../../model/scene.ts'
import { clearLinks } from './clear-links.ts'
import { gatewayListeners } from './gateway-listener.ts'
import { ingressHosts } from './ingress-tls.ts'
import { classEncryption, volumeEncryption } from './storage-class.ts'
import { speaksOfTls, tlsOffIn } from './tls-off.ts'

/** How many stores and links are not known to be encrypted, of all that were read. */
export interface EncryptionShare {
  readonly open: number
  readonly all: number
}

// Schemes and settings that speak TLS where a sister speaks in clear.
const SEALED =
  /\b(?:rediss|amqps|mqtts|ldaps|smtps|imaps|ftps|mongodb\+srv):\/\/|[?&](?:tls|ssl)=true|\bsslmode=(?:require|verify-ca|verify-full)\b|\buseSSL=true\b/i

/**
 * Counts what keeps data (classes of storage, and volumes that say it themselves) and what carries it (hosts of
 * Ingresses, listeners of gateways, connection strings of containers and ConfigMaps). O(objects + characters).
 */
export function encryptionShare(scene: Scene): EncryptionShare {
  const answers = [...ofStores(scene), ...ofDoors(scene), ...ofConnections(scene)]
  return { open: answers.filter((isSealed) => !isSealed).length, all: answers.length }
}

function ofStores(scene: Scene): readonly boolean[] {
  const classes = scene.ofKind('StorageClass').map(classEncryption)
  const volumes = scene
    .ofKind('PersistentVolume')
    .flatMap((volume) => volumeEncryption(volume) ?? [])
  return [...classes, ...volumes].map(({ state }) => state === 'encrypted' || state === 'provider')
}

function ofDoors(scene: Scene): readonly boolean[] {
  const hosts = scene
    .ofKind('Ingress')
    .flatMap((ingress) => ingressHosts(ingress, scene))
    .map(({ cover }) => cover === 'tls' || cover === 'elsewhere')
  const gateways = ['Gateway', 'networking.istio.io/Gateway'].flatMap((kind) => scene.ofKind(kind))
  const listeners = gateways
    .flatMap((gateway) => gatewayListeners(gateway, scene))
    .map(({ state }) => state === 'tls' || state === 'redirect')
  return [...hosts, ...listeners]
}

function ofConnections(scene: Scene): readonly boolean[] {
  const words = scene.containers.flatMap(({ value }) => [
    ...membersOf(value, 'env').map((variable) => memberOf(variable, 'value')),
    ...membersOf(value, 'command'),
    ...membersOf(value, 'args'),
  ])
  const members = scene.ofKind('ConfigMap').flatMap((config) => {
    const data = config.get('data')?.value
    return isMapping(data) ? Object.values(data) : []
  })
  return [...words, ...members].flatMap((text) => {
    if (typeof text !== 'string' || !mayBeConnection(text)) return []
    if (clearLinks(text, scene).length > 0 || tlsOffIn(text) !== undefined) return [false]
    return SEALED.test(text) ? [true] : []
  })
}

function membersOf(value: unknown, list: string): readonly unknown[] {
  const members = memberOf(value, list)
  return isList(members) ? members : []
}

// Nearly all texts are passed here, at little cost: what is looked for has an address or speaks of TLS.
function mayBeConnection(text: string): boolean {
  return text.includes('://') || speaksOfTls('', text)
}
