import { siblingsOf } from '../../analysis/terraform/siblings.ts'
import { isList, isMapping, memberOf, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** What a value holds of the kubeconfig of a cluster: nobody can tell when only its name speaks of one. */
export type Holding = 'kubeconfig' | 'nothing' | 'cannot tell'

// The parts that open nothing: addresses and public certificates.
const OPEN_PART = String.raw`(?!(?:\[\d+\]|\.\d+|\[\*\]|\.\*)?\.(?:host|cluster_ca_certificate|client_certificate|username)\b)`
const CLUSTERS = new RegExp(
  String.raw`\bscaleway_k8s_cluster\.[\w-]+(?:\[[^\]]*\])?\.kubeconfig\b${OPEN_PART}` +
    String.raw`|\bazurerm_kubernetes_cluster\.[\w-]+(?:\[[^\]]*\])?\.kube_(?:admin_)?config(?:_raw)?\b${OPEN_PART}`,
)

const NAMED = /^\$\{(?:var|module\.[\w-]+(?:\[[^\]]*\])?)\.\w{0,40}kube_?config\w{0,40}\}$/i
const OUTPUT = /^\$\{(module\.[^{}]+)\}$/

/** What an argument holds of a kubeconfig, also when the output of a module hands it on. O(texts in it). */
export function kubeconfigIn(field: Field, resource: Resource, scene: Scene): Holding {
  const texts = textsIn(field.value)
  if (texts.some((text) => CLUSTERS.test(text))) return 'kubeconfig'
  if (texts.some((text) => isHandedOn(text, resource, scene))) return 'kubeconfig'
  return texts.some((text) => NAMED.test(text)) ? 'cannot tell' : 'nothing'
}

// A sensitive output of a module keeps its value to itself, and hands it on all the same.
function isHandedOn(text: string, resource: Resource, scene: Scene): boolean {
  const [, name] = OUTPUT.exec(text) ?? []
  if (name === undefined) return false
  const output = siblingsOf(resource, 'output', scene).find((each) => each.name === name)
  return textsIn(memberOf(output?.value, 'value')).some((own) => CLUSTERS.test(own))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isList(value)) return value.flatMap(textsIn)
  return isMapping(value) ? Object.values(value).flatMap(textsIn) : []
}
