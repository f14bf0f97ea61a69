import { isEncryptedCilium } from '../../analysis/encryption/mesh.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** The setting by which a network plugin would encrypt between nodes, and does not. */
interface PluginGap {
  readonly plugin: string
  readonly place: Place
  readonly wanted: string | boolean | undefined
}

/** The gap in a plugin's settings; undefined for settings of anything else, or when a mesh encrypts instead. */
export function pluginGap(config: Resource, scene: Scene): PluginGap | undefined {
  const gap = ofPlugin(config)
  return gap === undefined || hasMesh(scene) ? undefined : gap
}

function ofPlugin(config: Resource): PluginGap | undefined {
  if (config.type !== 'ConfigMap') return ofCalico(config)
  if (config.name === 'cilium-config' && !isEncryptedCilium(config))
    return { plugin: 'Cilium', place: config.at('data', 'enable-wireguard'), wanted: 'true' }
  return config.name === 'kube-flannel-cfg' ? ofFlannel(config) : undefined
}

function ofCalico(felix: Resource): PluginGap | undefined {
  // Only this one holds for all nodes.
  if (felix.name !== 'default') return undefined
  if (felix.get('spec', 'wireguardEnabled')?.value === true) return undefined
  return { plugin: 'Calico', place: felix.at('spec', 'wireguardEnabled'), wanted: true }
}

function ofFlannel(config: Resource): PluginGap | undefined {
  const settings = config.get('data', 'net-conf.json')
  if (typeof settings?.value !== 'string' || /wireguard|ipsec/i.test(settings.value))
    return undefined
  return { plugin: 'Flannel', place: settings.place, wanted: undefined }
}

function hasMesh(scene: Scene): boolean {
  return (
    scene
      .ofKind('security.istio.io/PeerAuthentication')
      .some((peers) => peers.get('spec', 'mtls', 'mode')?.value === 'STRICT') ||
    scene
      .ofKind('Namespace')
      .some(({ annotations }) => annotations['linkerd.io/inject'] === 'enabled')
  )
}
