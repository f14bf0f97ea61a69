import { linkedTo, targetOf } from '../../analysis/terraform/joins.ts'
import { siblingsOf } from '../../analysis/terraform/siblings.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isTrue } from './wanted.ts'

/** The bucket of S3 that a resource belongs to, by its argument `bucket`; a bucket belongs to itself. */
function bucketOf(resource: Resource, scene: Scene): Resource | undefined {
  if (resource.type === 'aws_s3_bucket') return resource
  return targetOf(resource, { type: 'aws_s3_bucket', path: ['bucket'], names: ['bucket'] }, scene)
}

/** Whether a bucket of S3 blocks public access by all of these switches, here or for the whole account. */
export function isBlocked(resource: Resource, switches: readonly string[], scene: Scene): boolean {
  const bucket = bucketOf(resource, scene)
  const own = bucket && linkedTo(bucket, { ...BLOCK, names: ['bucket'] }, scene).sure
  const account = siblingsOf(resource, 'aws_s3_account_public_access_block', scene)
  return [...(own ?? []), ...account].some((block) =>
    switches.every((name) => isTrue(block.get(name)?.value)),
  )
}

const BLOCK = { type: 'aws_s3_bucket_public_access_block', path: ['bucket'] } as const
