import type { Resource } from '../../model/resource.ts'

/** Whether another object made this one and keeps it as it is, so that only a change there lasts. */
export function isOwned(resource: Resource): boolean {
  return resource.list('metadata', 'ownerReferences').length > 0
}
