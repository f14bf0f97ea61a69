import { CLUSTER_SCOPED } from './cluster-scoped.data.ts'
import { memberNode, nodeAt, textOf, type Node } from './node.ts'

/** Group, version and kind, any of which may be left open (empty) when they select. */
export interface Gvk {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** What tells one object of a build from another. */
export interface ResourceId extends Gvk {
  readonly name: string
  readonly namespace: string
}

const DEFAULT_NAMESPACE = 'default'
// What Kustomize writes in place of a namespace for kinds that have none.
const NO_NAMESPACE = '_non_namespaceable_'

/** The group, version and kind of an object. */
export function gvkOf(object: Node): Gvk {
  return { ...parseApiVersion(textOf(memberNode(object, 'apiVersion'))), kind: kindOf(object) }
}

/** The group and version in an apiVersion. */
export function parseApiVersion(apiVersion: string): Pick<Gvk, 'group' | 'version'> {
  const slash = apiVersion.indexOf('/')
  return slash === -1
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}

/** The kind of an object. */
export function kindOf(object: Node): string {
  return textOf(memberNode(object, 'kind'))
}

/** The name of an object. */
export function nameOf(object: Node): string {
  return textOf(nodeAt(object, ['metadata', 'name']))
}

/** The namespace an object says; empty when it says none. */
export function namespaceOf(object: Node): string {
  return textOf(nodeAt(object, ['metadata', 'namespace']))
}

/** The identity of an object as it stands. */
export function idOf(object: Node): ResourceId {
  return { ...gvkOf(object), name: nameOf(object), namespace: namespaceOf(object) }
}

/** Whether Kustomize knows that a kind lives outside of namespaces; foreign kinds it takes for namespaced. */
export function isClusterScoped({ group, version, kind }: Gvk): boolean {
  return CLUSTER_SCOPED.has(`${group === '' ? '' : `${group}/`}${version}/${kind}`)
}

/** The namespace by which identities are compared. */
export function effectiveNamespace(id: ResourceId): string {
  if (isClusterScoped(id)) return NO_NAMESPACE
  return id.namespace === '' ? DEFAULT_NAMESPACE : id.namespace
}

/** One text for each identity. */
export function idKey(id: ResourceId): string {
  return [id.group, id.version, id.kind, id.name, effectiveNamespace(id)].join('\n')
}

/** Whether `selector`, empty fields being open, selects `gvk`. */
export function isSelected(gvk: Gvk, selector: Gvk): boolean {
  return (
    (selector.group === '' || selector.group === gvk.group) &&
    (selector.version === '' || selector.version === gvk.version) &&
    (selector.kind === '' || selector.kind === gvk.kind)
  )
}

/** An identity for people: `Deployment shop/api`. */
export function idText({ kind, name, namespace }: ResourceId): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
}
