import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { addressOf } from './joins.ts'

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

function isPath(source: unknown): boolean {
  return typeof source === 'string' && /^\.{1,2}\//.test(source)
}

function mentions(value: unknown, address: string): boolean {
  if (typeof value === 'string') return value.includes(`\${${address}.`)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((member) => mentions(member, address))
}
