import { isList, isPlaceholder } from '../../model/part.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** Whether roles are bound to an account; unknown when what was read cannot tell. */
export type Grants = 'some' | 'none' | 'unknown'

/** The users and groups that bindings name, as the API server names them, and whether all could be read. */
interface Bound {
  readonly names: ReadonlySet<string>
  readonly isComplete: boolean
}

const RBAC_KINDS = ['RoleBinding', 'ClusterRoleBinding', 'Role', 'ClusterRole'] as const
const BINDING_KINDS = ['RoleBinding', 'ClusterRoleBinding'] as const

/**
 * Whether anything is bound to `account`, by its own name or by the groups of all accounts and of those of its
 * namespace. `none` only when the estate uses RBAC and holds the account, or roles of its namespace: else both may be
 * kept elsewhere. The bindings of a scene are read once.
 */
export function grantsTo(account: string, namespace: string, scene: Scene): Grants {
  const { names, isComplete } = boundIn(scene)
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
  if ([userOf(namespace, account), ...groups].some((name) => names.has(name))) return 'some'
  if (!isComplete || RBAC_KINDS.every((kind) => scene.ofKind(kind).length === 0)) return 'unknown'
  const isKnown =
    scene.find('ServiceAccount', namespace, account) !== undefined ||
    RBAC_KINDS.some((kind) => scene.inNamespace(kind, namespace).length > 0)
  return isKnown ? 'none' : 'unknown'
}

const boundByScene = new WeakMap<Scene, Bound>()

function boundIn(scene: Scene): Bound {
  const known = boundByScene.get(scene)
  if (known !== undefined) return known
  const bindings = BINDING_KINDS.flatMap((kind) => scene.ofKind(kind))
  const names = bindings.flatMap(subjectNames)
  const bound = {
    names: new Set(names.filter((name) => name !== undefined)),
    isComplete: !names.includes(undefined),
  }
  boundByScene.set(scene, bound)
  return bound
}

function subjectNames(binding: Resource): readonly (string | undefined)[] {
  const subjects = binding.get('subjects')
  if (subjects === undefined) return []
  if (!isList(subjects.value)) return [undefined]
  return subjects.value.map((subject) => subjectName(subject, binding))
}

function subjectName(subject: unknown, binding: Resource): string | undefined {
  const { kind, name, namespace } = textsOf(subject)
  if (name === undefined || [kind, name, namespace].some(isPlaceholder)) return undefined
  if (kind !== 'ServiceAccount') return name
  // The API server wants the namespace of an account written; tools that write it later mean the binding's own.
  return userOf(namespace ?? binding.namespace ?? '', name)
}

function userOf(namespace: string, account: string): string {
  return `system:serviceaccount:${namespace}:${account}`
}
