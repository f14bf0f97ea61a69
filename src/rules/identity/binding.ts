import type { RoleRef } from '../../analysis/access/role-book.ts'
import { subjectsOf, type BoundSubject, type Subject } from '../../analysis/access/subject.ts'
import { isPlaceholder } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import { textsOf, type Resource } from '../../model/resource.ts'

/** The kinds that give roles to subjects. */
export const BINDING_KINDS = ['RoleBinding', 'ClusterRoleBinding'] as const

/** A member of a binding's `subjects` of which it is known who is meant. */
export interface KnownSubject {
  readonly place: Place
  readonly subject: Subject
}

// Many rules ask about the same ones.
const subjectsByBinding = new WeakMap<Resource, readonly KnownSubject[]>()

/** The subjects of a binding, those left out that nobody can read. */
export function knownSubjects(binding: Resource): readonly KnownSubject[] {
  const known = subjectsByBinding.get(binding)
  if (known !== undefined) return known
  const subjects = subjectsOf(binding).filter(isKnown)
  subjectsByBinding.set(binding, subjects)
  return subjects
}

/** Where the name, or another field, of a subject stands. */
export function fieldOf({ place }: KnownSubject, field: 'name' | 'namespace'): Place {
  return { ...place, path: [...place.path, field] }
}

/** The role a binding gives; undefined when nobody can tell which one. */
export function roleGivenBy(binding: Resource): RoleRef | undefined {
  const { kind, name } = textsOf(binding.get('roleRef')?.value)
  if (name === undefined || isPlaceholder(name)) return undefined
  if (kind === 'ClusterRole') return { kind, name, namespace: undefined }
  return kind === 'Role' ? { kind, name, namespace: binding.namespace } : undefined
}

/** What a binding gives, in words: `ClusterRole "edit" in namespace "shop"`. */
export function describeGift(binding: Resource): string {
  const role = roleGivenBy(binding)
  const what = role === undefined ? 'a role that cannot be told' : `${role.kind} "${role.name}"`
  const where =
    binding.namespace === undefined ? 'in all namespaces' : `in namespace "${binding.namespace}"`
  return `${what} ${where}`
}

function isKnown(member: BoundSubject): member is KnownSubject {
  return member.subject !== undefined
}
