import { not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { isEncrypted, servesWebsite } from '../buckets.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwBucketSse = defineRule({
  id: 'scw-bucket-sse',
  title: 'Encrypt what is put into buckets',
  topic: 'cloud-data',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_object_bucket_server_side_encryption_configuration'),
    {
      title: 'Scaleway: storage services shared responsibility model',
      url: 'https://www.scaleway.com/en/docs/object-storage/reference-content/storage-shared-responsibility-model/',
    },
  ],

  subject: ['scaleway_object_bucket'],
  check(bucket, scene) {
    // What everybody is meant to read needs no secrecy.
    if (servesWebsite(bucket, scene)) return []
    return complain(not(isEncrypted(bucket, scene)), bucket.place, {
      wrong: `Bucket "${bucket.name}" does not encrypt its objects: no server-side encryption is set for it.`,
      unclear: `Whether bucket "${bucket.name}" encrypts its objects cannot be told.`,
    })
  },
})
