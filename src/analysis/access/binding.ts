import { isPlaceholder, memberOf } from '../../model/part.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { RoleRef } from './role-book.ts'
import { subjectsOf, type BoundSubject } from './subject.ts'

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly resource: Resource
  /** Where it gives rights: one namespace, or undefined for the whole cluster. */
  readonly namespace: string | undefined
  /** Undefined when nobody can tell which role is meant, and when the API server takes no such reference. */
  readonly role: RoleRef | undefined
  /** Whether the API server takes the reference at all: a ClusterRoleBinding cannot refer to a Role. */
  readonly isValid: boolean
  readonly subjects: readonly BoundSubject[]
}

/** All bindings of a scene. */
export function bindingsIn(scene: Scene): readonly Binding[] {
  return [...scene.ofKind('ClusterRoleBinding'), ...scene.ofKind('RoleBinding')].map(readBinding)
}

function readBinding(resource: Resource): Binding {
  const { namespace } = resource
  const reference = memberOf(resource.value, 'roleRef')
  const { kind, name } = textsOf(reference)
  const isHidden = [reference, kind, name].some(isPlaceholder)
  const role = isHidden ? undefined : refOf(kind, name, namespace)
  return {
    resource,
    namespace,
    role,
    isValid: isHidden || role !== undefined,
    subjects: subjectsOf(resource),
  }
}

function refOf(
  kind: string | undefined,
  name: string | undefined,
  namespace: string | undefined,
): RoleRef | undefined {
  if (name === undefined || name === '') return undefined
  if (kind === 'ClusterRole') return { kind, name, namespace: undefined }
  return kind === 'Role' && namespace !== undefined ? { kind, name, namespace } : undefined
}
