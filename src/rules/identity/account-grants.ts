import { accessOf } from '../../analysis/access/access.ts'
import type { Subject } from '../../analysis/access/subject.ts'
import type { Scene } from '../../model/scene.ts'

/** Whether roles are bound to an account; unknown when what was read cannot tell. */
export type Grants = 'some' | 'none' | 'unknown'

const RBAC_KINDS = ['RoleBinding', 'ClusterRoleBinding', 'Role', 'ClusterRole'] as const

/**
 * Whether anything is bound to `account`, by its own name or by a group that it is in. `none` only when the estate uses
 * RBAC and holds the account, or roles of its namespace: else both may be kept elsewhere.
 */
export function grantsTo(name: string, namespace: string, scene: Scene): Grants {
  const access = accessOf(scene)
  const account: Subject = { kind: 'ServiceAccount', name, namespace }
  if (access.isBound(account)) return 'some'
  if (access.unnamed.length > 0 || RBAC_KINDS.every((kind) => scene.ofKind(kind).length === 0))
    return 'unknown'
  const isKnown =
    scene.find('ServiceAccount', namespace, name) !== undefined ||
    RBAC_KINDS.some((kind) => scene.inNamespace(kind, namespace).length > 0)
  return isKnown ? 'none' : 'unknown'
}
