import type { Path } from '../../model/document.ts'
import { memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { allows, names } from './rights.ts'

/** Who brought an object to the cluster, and the label that says so. */
interface ThirdParty {
  readonly name: string
  readonly label: Path
}

/** What a third party may do in the whole cluster by the roles it brought, told at the first of them. */
export interface Brought {
  readonly role: Resource
  readonly party: ThirdParty
  readonly powers: readonly string[]
}

/** What `role` is the first to tell of its third party; undefined for all other roles. */
export function broughtBy(role: Resource, scene: Scene): Brought | undefined {
  const known = broughtByScene.get(scene) ?? readBrought(scene)
  broughtByScene.set(scene, known)
  return known.get(role)
}

const LABELS = [
  ['helm.sh/chart', 'Chart'],
  ['olm.owner', 'Operator'],
] as const

const broughtByScene = new WeakMap<Scene, ReadonlyMap<Resource, Brought>>()

function readBrought(scene: Scene): ReadonlyMap<Resource, Brought> {
  const bound = boundRoles(scene)
  const byParty = new Map<string, Brought>()
  for (const role of scene.ofKind('ClusterRole')) {
    const party = thirdPartyOf(role)
    if (party === undefined || !bound.has(role.name)) continue
    const powers = powersOf(role)
    if (powers.length === 0) continue
    const first = byParty.get(party.name) ?? { role, party, powers: [] }
    byParty.set(party.name, { ...first, powers: [...new Set([...first.powers, ...powers])] })
  }
  return new Map([...byParty.values()].map((brought) => [brought.role, brought]))
}

// As the labels of charts and of the Operator Lifecycle Manager tell.
function thirdPartyOf({ labels }: Resource): ThirdParty | undefined {
  for (const [key, word] of LABELS) {
    const value = labels[key]
    if (value !== undefined && value !== '')
      return { name: `${word} ${value}`, label: ['metadata', 'labels', key] }
  }
  return undefined
}

function boundRoles(scene: Scene): ReadonlySet<unknown> {
  return new Set(
    scene
      .ofKind('ClusterRoleBinding')
      .map(({ value }) => memberOf(memberOf(value, 'roleRef'), 'name')),
  )
}

// The rights that lead to all others, or to what people keep secret. Source: Kubernetes, RBAC Good Practices.
const POWERS = [
  { words: 'read all Secrets', group: '', resource: 'secrets', verbs: ['list', 'get', 'watch'] },
  { words: 'enter all pods', group: '', resource: 'pods/exec', verbs: ['create'] },
  {
    words: 'give itself any right',
    group: 'rbac.authorization.k8s.io',
    resource: 'clusterroles',
    verbs: ['escalate', 'bind'],
  },
  { words: 'act as others', group: '', resource: 'users', verbs: ['impersonate'] },
  { words: 'use every kubelet', group: '', resource: 'nodes/proxy', verbs: ['get', 'create'] },
] as const

function powersOf(role: Resource): readonly string[] {
  const rules = role.list('rules').map(({ value }) => value)
  if (rules.some(isWildcard)) return ['do anything']
  return POWERS.filter(({ group, resource, verbs }) =>
    rules.some((rule) => verbs.some((verb) => allows(rule, group, resource, verb))),
  ).map(({ words }) => words)
}

function isWildcard(rule: unknown): boolean {
  return ['apiGroups', 'resources', 'verbs'].every((field) => names(rule, field, '*'))
}
