import { allOf, isOneOf, isSet } from '../../analysis/terraform/answers.ts'
import { linkedTo, targetOf, type Answer, type Link } from '../../analysis/terraform/joins.ts'
import { isLinkedAnywhere } from '../../analysis/terraform/unread-modules.ts'
import type { Path } from '../../model/document.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

const BUCKET = 'scaleway_object_bucket'

/** The bucket that an argument names, where it was read. */
export function bucketNamed(resource: Resource, path: Path, scene: Scene): Resource | undefined {
  return targetOf(resource, { type: BUCKET, path, names: ['name'] }, scene)
}

/** How a resource that sets one side of a bucket names it. */
export function linkTo(type: string): Link {
  return { type: `${BUCKET}_${type}`, path: ['bucket'], names: ['name'] }
}

/** Whether what is put into a bucket is encrypted there by itself. */
export function isEncrypted(bucket: Resource, scene: Scene): Answer {
  const link = linkTo('server_side_encryption_configuration')
  const [setting] = linkedTo(bucket, link, scene).sure
  return setting === undefined ? isLinkedAnywhere(bucket, link, scene) : hasAlgorithm(setting)
}

const RULE = ['rule', 0, 'apply_server_side_encryption_by_default', 0] as const

function hasAlgorithm(setting: Resource): Answer {
  const algorithm = setting.get(...RULE, 'sse_algorithm')
  const isKnown = isOneOf(algorithm, ['AES256', 'aws:kms'], '')
  if (algorithm?.value !== 'aws:kms') return isKnown
  return allOf(isKnown, isSet(setting.get(...RULE, 'kms_master_key_id')))
}

/** Whether a bucket is made to serve a website, so that everybody is meant to read it. */
export function servesWebsite(bucket: Resource | undefined, scene: Scene): boolean {
  if (bucket === undefined) return false
  return linkedTo(bucket, linkTo('website_configuration'), scene).sure.length > 0
}
