import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

const CALICO = ['crd.projectcalico.org/FelixConfiguration', 'projectcalico.org/FelixConfiguration']

/** Whether what pods send each other is encrypted under them: by the sidecars of a mesh, or from node to node. */
export function isWrapped(pod: Pod, scene: Scene): boolean {
  return isInjected(pod, scene) || encryptsNodes(scene)
}

/** Whether the estate's network plugin encrypts what passes between nodes. */
export const encryptsNodes = oncePerScene((scene): boolean => {
  const answer =
    scene.ofKind('ConfigMap').some(isEncryptedCilium) ||
    CALICO.flatMap((kind) => scene.ofKind(kind)).some(
      (felix) => felix.get('spec', 'wireguardEnabled')?.value === true,
    )
  return answer
})

/** Whether a ConfigMap is Cilium's and encrypts between nodes. */
export function isEncryptedCilium(config: Resource): boolean {
  return (
    config.name === 'cilium-config' &&
    ['enable-wireguard', 'enable-ipsec'].some((key) => config.get('data', key)?.value === 'true')
  )
}

/** Whether a mesh puts its proxy beside, or under, the containers of a pod. */
function isInjected(pod: Pod, scene: Scene): boolean {
  const namespace = scene.find('Namespace', undefined, pod.owner.namespace ?? '')
  const own = {
    labels: pod.metadata.get('labels')?.value,
    annotations: pod.metadata.get('annotations')?.value,
  }
  if (saysNo(own)) return false
  return saysYes(own) || (namespace !== undefined && saysYes(namespace))
}

/** Labels and annotations, as a namespace or a pod has them. */
interface Marks {
  readonly labels: unknown
  readonly annotations: unknown
}

function saysYes({ labels, annotations }: Marks): boolean {
  return (
    memberOf(labels, 'istio-injection') === 'enabled' ||
    memberOf(labels, 'sidecar.istio.io/inject') === 'true' ||
    memberOf(annotations, 'sidecar.istio.io/inject') === 'true' ||
    typeof memberOf(labels, 'istio.io/rev') === 'string' ||
    memberOf(labels, 'istio.io/dataplane-mode') === 'ambient' ||
    ['enabled', 'ingress'].includes(String(memberOf(annotations, 'linkerd.io/inject')))
  )
}

function saysNo({ labels, annotations }: Marks): boolean {
  return (
    memberOf(labels, 'sidecar.istio.io/inject') === 'false' ||
    memberOf(annotations, 'sidecar.istio.io/inject') === 'false' ||
    memberOf(annotations, 'linkerd.io/inject') === 'disabled'
  )
}
