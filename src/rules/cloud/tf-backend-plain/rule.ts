import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import { isOfSameRoot } from '../../../analysis/terraform/siblings.ts'
import type { Reader } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainUnless, isTrue } from '../wanted.ts'

export const tfBackendPlain = defineRule({
  id: 'tf-backend-plain',
  title: 'Keep the state of Terraform in a backend that encrypts it',
  topic: 'cloud-access',
  severity: 'medium',
  references: [
    {
      title: 'OpenTofu: Backend type s3, encrypt',
      url: 'https://github.com/opentofu/opentofu/blob/main/website/docs/language/settings/backends/s3.mdx',
    },
    {
      title: 'OpenTofu: Backend type local',
      url: 'https://github.com/opentofu/opentofu/blob/main/website/docs/language/settings/backends/local.mdx',
    },
  ],

  subject: ['terraform'],
  check(settings, scene) {
    return [
      ...(partsAt(settings, 'backend', 's3') ?? []).flatMap(unencrypted),
      ...(partsAt(settings, 'backend', 'local') ?? []).flatMap((local) =>
        kept(local, settings, scene),
      ),
    ]
  },
})

function unencrypted(bucket: Reader): readonly Complaint[] {
  // What is left out here may be given to `terraform init` (-backend-config): then there is more that nobody sees.
  const isPartial = bucket.get('bucket') === undefined || bucket.get('key') === undefined
  if (isPartial && bucket.get('encrypt') === undefined) {
    const message =
      'Whether the state is encrypted is told to terraform init only: encrypt is not written.'
    return [{ place: bucket.place, message, sure: false }]
  }
  return complainUnless(bucket, {
    names: ['encrypt'],
    isSound: isTrue,
    fault:
      'The state, which holds each secret as plain text, goes to its bucket without encrypt = true.',
    untold: 'Whether the state is encrypted in its bucket cannot be told.',
  })
}

function kept(local: Reader, settings: Resource, scene: Scene): readonly Complaint[] {
  const isUsed = scene.resources.some(
    (resource) => isOfSameRoot(settings, resource) && isProduction(resource),
  )
  const message = 'The state of production is a plain file on the disk of whoever runs Terraform.'
  return isUsed ? [{ place: local.place, message, sure: true }] : []
}
