import { bindingsIn, type Binding } from '../../analysis/access/binding.ts'
import { refKey } from '../../analysis/access/role-book.ts'
import { subjectKey, type Subject } from '../../analysis/access/subject.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isSystemNamespace } from '../workloads/namespace.ts'

// What a person can keep in mind at a time: above that nobody knows by heart what the sum allows.
const MAX_ROLES = 5

// What stands for a namespace until Kustomize puts one in, by Kubebuilder's custom, and where none is written: accounts of
// one name there belong to many projects.
const STAND_INS: ReadonlySet<string> = new Set(['system', 'default'])

/** How many roles a subject has, and the binding that was the first to make them too many. */
interface Count {
  readonly roles: ReadonlySet<string>
  readonly excess: Resource | undefined
}

/**
 * How many different roles a subject has, told at the binding that makes them too many; undefined at all others. Roles
 * that come with one product count as one: its parts are cut small with intent.
 */
export function excessOf(subject: Subject, binding: Resource, scene: Scene): number | undefined {
  const { name, namespace } = subject
  if (name.startsWith('system:') || isSystemNamespace(namespace)) return undefined
  if (namespace !== undefined && STAND_INS.has(namespace)) return undefined
  const count = countsIn(scene).get(subjectKey(subject))
  return count?.excess === binding ? count.roles.size : undefined
}

const countsIn = oncePerScene((scene): ReadonlyMap<string, Count> => readCounts(bindingsIn(scene)))

function readCounts(bindings: readonly Binding[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, { roles: Set<string>; excess: Resource | undefined }>()
  for (const binding of bindings) {
    const source = sourceOf(binding)
    if (source === undefined) continue
    for (const { subject } of binding.subjects) {
      if (subject === undefined) continue
      const key = subjectKey(subject)
      const count = counts.get(key) ?? { roles: new Set<string>(), excess: undefined }
      counts.set(key, count)
      count.roles.add(source)
      if (count.roles.size > MAX_ROLES) count.excess ??= binding.resource
    }
  }
  return counts
}

// The same role in several namespaces is one role.
function sourceOf({ role, resource }: Binding): string | undefined {
  if (role === undefined) return undefined
  const product = resource.labels['app.kubernetes.io/name'] ?? resource.labels['app']
  return product === undefined ? refKey({ ...role, namespace: undefined }) : `product ${product}`
}
