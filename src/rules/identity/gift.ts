import { accessOf, type Grant } from '../../analysis/access/access.ts'
import type { Binding } from '../../analysis/access/binding.ts'
import type { Subject } from '../../analysis/access/subject.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isBootstrap, nameReceivers, shorten } from './role-reach.ts'

/** A binding that gives a ClusterRole to somebody. */
export interface Gift {
  readonly binding: Binding
  readonly role: string
  /** Whom it is given, in words. */
  readonly who: string
  readonly grants: readonly Grant[]
}

// The API server lets these do everything anyway; kubeadm gives its administrators this second group.
const ADMINISTRATORS: ReadonlySet<string> = new Set(['system:masters', 'kubeadm:cluster-admins'])

/** The ClusterRole that a binding gives to others than the cluster's own administrators and components. */
export function giftOf(resource: Resource, scene: Scene): Gift | undefined {
  if (isBootstrap(resource)) return undefined
  const access = accessOf(scene)
  const binding = access.bindingIn(resource)
  if (binding?.role?.kind !== 'ClusterRole') return undefined
  const others = binding.subjects.filter(({ subject }) => !isOfTheCluster(subject))
  if (others.length === 0) return undefined
  return {
    binding,
    role: binding.role.name,
    who: nameReceivers(others),
    grants: access.grantsOf(binding),
  }
}

/** A binding by its name. */
export function nameBinding({ kind, name }: Resource): string {
  return `${kind} "${shorten(name)}"`
}

// Only the cluster itself signs certificates for these names and puts anybody into these groups.
function isOfTheCluster(subject: Subject | undefined): boolean {
  if (subject === undefined) return false
  if (subject.kind === 'Group')
    return ADMINISTRATORS.has(subject.name) || subject.name === 'system:nodes'
  return (
    subject.kind === 'User' &&
    (subject.name.startsWith('system:kube-') || subject.name === 'kube-apiserver-kubelet-client')
  )
}
