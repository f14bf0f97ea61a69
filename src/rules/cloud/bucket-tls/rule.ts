import { linkedTo, type Answer } from '../../../analysis/terraform/joins.ts'
import { policyIn, type Statement } from '../../../analysis/terraform/policy-document.ts'
import { isHandedOn } from '../../../analysis/terraform/unread-modules.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainUnless, isFalse } from '../wanted.ts'

export const bucketTls = defineRule({
  id: 'bucket-tls',
  title: 'Let buckets refuse requests without TLS',
  topic: 'cloud-data',
  severity: 'medium',
  references: [
    {
      title: 'Amazon S3: Security best practices, enforce encryption of data in transit',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    },
    {
      title: 'Azure Storage: Require secure transfer',
      url: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer',
    },
  ],

  subject: ['aws_s3_bucket', 'azurerm_storage_account'],
  check: (resource, scene) =>
    resource.type === 'aws_s3_bucket' ? amazon(resource, scene) : azure(resource),
})

function amazon(bucket: Resource, scene: Scene): readonly Complaint[] {
  const link = { type: 'aws_s3_bucket_policy', path: ['bucket'], names: ['bucket'] } as const
  const policies = linkedTo(bucket, link, scene)
  const answers = [
    ...[bucket, ...policies.sure].map((holder) => refusesPlain(holder, scene)),
    ...policies.unclear.map((): Answer => 'cannot tell'),
    ...(isHandedOn(bucket, scene) ? (['cannot tell'] as const) : []),
  ]
  if (answers.includes('yes')) return []
  const sure = !answers.includes('cannot tell')
  const message = sure
    ? `No policy of bucket "${bucket.name}" denies requests without TLS.`
    : `Whether a policy of bucket "${bucket.name}" denies requests without TLS cannot be told.`
  return [{ place: bucket.place, message, sure }]
}

function refusesPlain(holder: Resource, scene: Scene): Answer {
  const field = holder.get('policy')
  if (field === undefined) return 'no'
  const policy = policyIn(field, holder, scene)
  if (policy?.statements.some(deniesPlain)) return 'yes'
  return policy?.isWhole ? 'no' : 'cannot tell'
}

function deniesPlain({ isAllowing, conditions }: Statement): boolean {
  return (
    !isAllowing &&
    (conditions ?? []).some(
      ({ variable, values }) => /^aws:SecureTransport$/i.test(variable) && values.includes('false'),
    )
  )
}

function azure(account: Resource): readonly Complaint[] {
  const untold = `Whether account "${account.name}" asks for TLS cannot be told.`
  return [
    // Silence is enforcement.
    ...complainUnless(account, {
      names: ['https_traffic_only_enabled', 'enable_https_traffic_only'],
      isSound: (value) => !isFalse(value),
      fault: `Account "${account.name}" takes requests in plain text.`,
      untold,
    }),
    ...complainUnless(account, {
      names: ['min_tls_version'],
      isSound: (value) => value !== 'TLS1_0' && value !== 'TLS1_1',
      fault: `Account "${account.name}" takes versions of TLS that are broken.`,
      untold,
    }),
  ]
}
