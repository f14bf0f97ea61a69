import { defineRule } from '../../rule.ts'
import { openSwitches, publicList, publicPolicy } from '../public-buckets-amazon.ts'
import {
  GOOGLE_GRANTS,
  publicAccount,
  publicContainer,
  publicGrant,
} from '../public-buckets-others.ts'

export const bucketPublic = defineRule({
  id: 'bucket-public',
  title: 'Open no bucket to everybody',
  topic: 'cloud-data',
  severity: 'critical',
  references: [
    {
      title: 'Amazon S3: Blocking public access to your storage',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
    {
      title: 'Cloud Storage: Public access prevention',
      url: 'https://cloud.google.com/storage/docs/public-access-prevention',
    },
    {
      title: 'Azure Storage: Remediate anonymous read access to blob data',
      url: 'https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9001'] },

  subject: [
    'aws_s3_bucket',
    'aws_s3_bucket_acl',
    'aws_s3_bucket_policy',
    'aws_s3_bucket_public_access_block',
    'aws_s3_account_public_access_block',
    ...GOOGLE_GRANTS,
    'azurerm_storage_account',
    'azurerm_storage_container',
  ],
  check(resource, scene) {
    switch (resource.type) {
      case 'aws_s3_bucket':
        return [...publicList(resource, scene), ...publicPolicy(resource, scene)]
      case 'aws_s3_bucket_acl':
        return publicList(resource, scene)
      case 'aws_s3_bucket_policy':
        return publicPolicy(resource, scene)
      case 'azurerm_storage_account':
        return publicAccount(resource)
      case 'azurerm_storage_container':
        return publicContainer(resource, scene)
      default:
        return GOOGLE_GRANTS.includes(resource.type)
          ? publicGrant(resource, scene)
          : openSwitches(resource)
    }
  },
})
