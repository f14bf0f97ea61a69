import { accessOf, type Receiver } from '../../analysis/access/access.ts'
import { describeSubject } from '../../analysis/access/subject.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Power } from './powers.data.ts'

/** Who has the rules of a role, and how far they go. */
export interface Reach {
  readonly extent: 'cluster' | 'namespace'
  /** The namespaces, when it is not the cluster. */
  readonly namespaces: readonly string[]
  /** Those whom it reaches so far; none when no binding that was read names the role. */
  readonly receivers: readonly Receiver[]
}

const BOOTSTRAP = 'kubernetes.io/bootstrapping'
const USER_FACING: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit', 'view'])
const AGGREGATE = 'rbac.authorization.k8s.io/aggregate-to-'

/**
 * How far a role goes, or undefined when it is not for us to judge: what Kubernetes makes for itself, a role whose rules
 * the cluster replaces, and one that only widens the built-in roles, which another rule judges.
 */
export function reachOf(role: Resource, scene: Scene): Reach | undefined {
  const known = reachesByScene.get(scene) ?? new Map<Resource, Reach | undefined>()
  reachesByScene.set(scene, known)
  if (!known.has(role)) known.set(role, findReach(role, scene))
  return known.get(role)
}

const reachesByScene = new WeakMap<Scene, Map<Resource, Reach | undefined>>()

function findReach(role: Resource, scene: Scene): Reach | undefined {
  if (isBootstrap(role) || gathers(role)) return undefined
  const receivers = accessOf(scene)
    .receiversOf(role)
    .filter(({ through }) => through === undefined || !USER_FACING.has(through.name))
  if (receivers.length === 0 && widens(role).length > 0) return undefined
  if (role.namespace !== undefined)
    return { extent: 'namespace', namespaces: [role.namespace], receivers }
  const wide = receivers.filter(({ binding }) => binding.namespace === undefined)
  // What nobody has yet may be given for the whole cluster.
  if (wide.length > 0 || receivers.length === 0)
    return { extent: 'cluster', namespaces: [], receivers: wide }
  const namespaces = receivers.map(({ binding }) => binding.namespace ?? '')
  return { extent: 'namespace', namespaces: [...new Set(namespaces)], receivers }
}

/** Whether Kubernetes makes an object for itself: nobody else may use these names. */
export function isBootstrap({ name, labels }: Resource): boolean {
  return (
    labels[BOOTSTRAP] === 'rbac-defaults' && (name.startsWith('system:') || USER_FACING.has(name))
  )
}

/** The built-in roles that a role widens by its labels: `view`, `edit`, `admin`, the weakest first. */
export function widens({ type, labels }: Resource): readonly ('view' | 'edit' | 'admin')[] {
  if (type !== 'ClusterRole') return []
  return (['view', 'edit', 'admin'] as const).filter(
    (name) => labels[`${AGGREGATE}${name}`] === 'true',
  )
}

/** Whether a power means nothing as far as a role goes. */
export function isTooNarrow({ extent }: Reach, wanted: Power['reach']): boolean {
  return extent === 'namespace' && wanted !== 'any'
}

/** Whether somebody has the rules of a role in the whole cluster, which is more than that it could be given there. */
export function isForAll(role: Resource, scene: Scene): boolean {
  const reach = reachOf(role, scene)
  return reach?.extent === 'cluster' && reach.receivers.length > 0
}

/** Says what a role gives to whom. */
export function tellPower(
  role: Resource,
  reach: Reach,
  { words, reach: wanted }: Pick<Power, 'words' | 'reach'>,
): string {
  const what = `${words}${wanted === 'outside' ? '' : where(reach)}`
  const name = `${role.kind} "${shorten(role.name)}"`
  const [first] = reach.receivers
  if (first === undefined)
    return `${name} gives the right to ${what}, but no binding that was read gives it to anyone.`
  const { resource } = first.binding
  return `${name} lets ${nameReceivers(reach.receivers)} ${what} through ${resource.kind} "${shorten(resource.name)}".`
}

/** Whom bindings name, in a few words: the first one and how many there are besides. */
export function nameReceivers(receivers: readonly Pick<Receiver, 'subject'>[]): string {
  const names = receivers.map(({ subject }) =>
    subject === undefined ? 'somebody whom a template names' : describeSubject(subject),
  )
  const [first = 'nobody', ...others] = new Set(names)
  if (others.length === 0) return first
  return `${first} and ${others.length === 1 ? 'one other' : `${others.length} others`}`
}

/** A name that fits into a sentence. */
export function shorten(name: string): string {
  return name.length > 50 ? `${name.slice(0, 49)}…` : name
}

function gathers(role: Resource): boolean {
  return role.list('aggregationRule', 'clusterRoleSelectors').length > 0
}

function where({ extent, namespaces }: Reach): string {
  if (extent === 'cluster') return ' in all namespaces'
  const [first = ''] = namespaces
  return namespaces.length === 1
    ? ` in namespace "${shorten(first)}"`
    : ` in ${namespaces.length} namespaces`
}
