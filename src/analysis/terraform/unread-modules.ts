import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { anyOf } from './answers.ts'
import { addressOf, isLinked, linkedTo, type Answer, type Link } from './joins.ts'

/**
 * Whether a module that nobody read is handed something of a resource: it may hold what is missed of it. A module with
 * a path for its source is part of the estate and is read. O(modules x their arguments).
 */
export function isHandedOn(target: Resource, scene: Scene): boolean {
  const address = addressOf(target)
  return scene
    .ofKind('module')
    .some(
      (call) =>
        call.document.making?.via === target.document.making?.via &&
        !isPath(call.get('source')?.value) &&
        mentions(call.value, address),
    )
}

/**
 * Whether anything is linked to a resource, in what was read or in a module that was not but is handed something of it:
 * of the latter nobody can tell. O(of the type + modules x their arguments).
 */
export function isLinkedAnywhere(target: Resource, link: Link, scene: Scene): Answer {
  const elsewhere = isHandedOn(target, scene) ? 'cannot tell' : 'no'
  return anyOf(isLinked(linkedTo(target, link, scene)), elsewhere)
}

function isPath(source: unknown): boolean {
  return typeof source === 'string' && /^\.{1,2}\//.test(source)
}

function mentions(value: unknown, address: string): boolean {
  if (typeof value === 'string') return value.includes(`\${${address}.`)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((member) => mentions(member, address))
}
