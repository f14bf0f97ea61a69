import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { PLUGINS } from './plugins.data.ts'

/** A network plugin that lets policies stand without enforcing them: its object, and the field that shows it. */
export interface IdlePlugin {
  readonly name: string
  readonly resource: Resource
  readonly place: Place
}

/**
 * The plugins of the estate that are known not to enforce policies, unless another one beside them does. None when no
 * plugin was read: most clusters have one that enforces. Looked up once for a scene.
 */
export const idlePluginsIn = oncePerScene((scene): readonly IdlePlugin[] => {
  if (hasEnforcerIn(scene)) return []
  return [...agentsIn(scene).flatMap(flannelIn), ...awsSwitch(scene)]
})

/** Whether an agent that enforces policies runs on the nodes. Looked up once for a scene. */
export const hasEnforcerIn = oncePerScene((scene): boolean => agentsIn(scene).some(hasEnforcer))

/**
 * The network plugins whose agents were read, by name: `Cilium`, `Calico`, `Flannel`, and `another` for one that
 * enforces policies and is none of them. Looked up once for a scene.
 */
export const pluginsIn = oncePerScene((scene): ReadonlySet<string> => {
  const images = agentsIn(scene).flatMap(({ containers }) =>
    containers.map((container) => namesIn(container.get('image')?.value)),
  )
  return new Set(images.flatMap(([name = '', folder = '']) => pluginOf(name, folder) ?? []))
})

function pluginOf(name: string, folder: string): string | undefined {
  if (['cilium', 'mirrored-cilium-cilium'].includes(name)) return 'Cilium'
  if (['hardened-calico', 'mirrored-calico-node'].includes(name)) return 'Calico'
  if (name === 'node' && folder === 'calico') return 'Calico'
  if (PLUGINS.flannel.some((known) => known === name)) return 'Flannel'
  return PLUGINS.enforcing.some((known) => known === name) ? 'another' : undefined
}

function agentsIn(scene: Scene): readonly Pod[] {
  return scene.pods.filter(({ owner }) => owner.type === 'DaemonSet')
}

function hasEnforcer(agent: Pod): boolean {
  return agent.containers.some((container) => {
    const [name = '', folder] = namesIn(container.get('image')?.value)
    // Calico's agent has a name that anybody may use.
    return (
      PLUGINS.enforcing.some((known) => known === name) || (name === 'node' && folder === 'calico')
    )
  })
}

function flannelIn(agent: Pod): readonly IdlePlugin[] {
  const flannel = agent.containers.find((container) => {
    const [name = ''] = namesIn(container.get('image')?.value)
    return container.role === 'main' && PLUGINS.flannel.some((known) => known === name)
  })
  return flannel === undefined
    ? []
    : [{ name: 'Flannel', resource: agent.owner, place: flannel.at('image') }]
}

// The switch of Amazon's plugin stands in a ConfigMap that its controller reads.
function awsSwitch(scene: Scene): readonly IdlePlugin[] {
  const config = scene.find('ConfigMap', 'kube-system', 'amazon-vpc-cni')
  const field = config?.get('data', 'enable-network-policy-controller')
  return config !== undefined && field?.value === 'false'
    ? [{ name: 'The Amazon VPC plugin', resource: config, place: field.place }]
    : []
}

// The parts of an image's path, the last one first.
function namesIn(image: unknown): readonly string[] {
  if (typeof image !== 'string') return []
  const [path = ''] = image.split('@')
  return path
    .split('/')
    .toReversed()
    .map((name) => name.split(':')[0] ?? '')
}
