import { groupBy } from '../../base/group.ts'
import type { Scene } from '../../model/scene.ts'
import { BINDING_KINDS, knownSubjects } from './binding.ts'

// Two may be chance; three are a custom.
const CUSTOM = 3

/** What stands before a user's own name and says who vouches for it (`oidc:`), or undefined when nothing does. */
export function prefixOf(user: string): string | undefined {
  const mark = user.startsWith('https://') ? user.indexOf('#') : user.indexOf(':')
  return mark === -1 ? undefined : user.slice(0, mark + 1)
}

/** The prefix that most users of the estate have; undefined when it has no such custom. */
export function usualPrefix(scene: Scene): string | undefined {
  const known = prefixByScene.get(scene)
  if (known !== undefined) return known.prefix
  const prefix = findPrefix(scene)
  prefixByScene.set(scene, { prefix })
  return prefix
}

const prefixByScene = new WeakMap<Scene, { readonly prefix: string | undefined }>()

function findPrefix(scene: Scene): string | undefined {
  const members = BINDING_KINDS.flatMap((kind) => scene.ofKind(kind)).flatMap(knownSubjects)
  const names = members.flatMap(({ subject: { kind, name } }) => (kind === 'User' ? [name] : []))
  // Kubernetes' own users are nobody's custom.
  const users = [...new Set(names)].filter((name) => !name.startsWith('system:'))
  const groups = [...groupBy(users, (name) => prefixOf(name) ?? '')]
  const [usual] = groups.toSorted(([, some], [, others]) => others.length - some.length)
  if (usual === undefined) return undefined
  const [prefix, followers] = usual
  const isCustom = followers.length >= CUSTOM && followers.length * 2 > users.length
  return prefix !== '' && isCustom ? prefix : undefined
}
