import { isOn } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { policyIn, type Statement } from '../../../analysis/terraform/policy-document.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'

export const ecrHygiene = defineRule({
  id: 'ecr-hygiene',
  title: 'Keep tags of ECR fixed, images scanned and repositories closed',
  topic: 'cloud-data',
  severity: 'medium',
  references: [
    {
      title: 'Amazon ECR: Preventing image tags from being overwritten',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    },
    {
      title: 'Amazon ECR: Scan images for software vulnerabilities',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    },
  ],
  controls: { 'mitre-containers': ['T1525'] },

  subject: ['aws_ecr_repository', 'aws_ecr_repository_policy'],
  check(resource, scene) {
    if (resource.type === 'aws_ecr_repository_policy') return guests(resource, scene)
    return [...movingTags(resource), ...unscanned(resource, scene)]
  },
})

function movingTags(repository: Resource): readonly Complaint[] {
  const setting = repository.get('image_tag_mutability')
  const sure = setting?.resolved ?? true
  if (sure && String(setting?.value).startsWith('IMMUTABLE')) return []
  const message = sure
    ? `A tag of repository "${repository.name}" can be moved to another image after its review.`
    : `Whether tags of repository "${repository.name}" can be moved cannot be told.`
  return [{ place: repository.at('image_tag_mutability'), message, sure }]
}

function unscanned(repository: Resource, scene: Scene): readonly Complaint[] {
  // The setting of the whole registry has taken the place of the repository's own.
  if (scene.ofKind('aws_ecr_registry_scanning_configuration').length > 0) return []
  const isRead = blocksOf(repository, 'image_scanning_configuration') !== undefined
  const setting = repository.get('image_scanning_configuration', 0, 'scan_on_push')
  const isScanned = isRead ? isOn(setting, false) : 'cannot tell'
  if (isScanned === 'yes') return []
  const sure = isScanned === 'no'
  const message = sure
    ? `Images of repository "${repository.name}" are not scanned when they are pushed.`
    : `Whether images of repository "${repository.name}" are scanned cannot be told.`
  const place = repository.at('image_scanning_configuration', 0, 'scan_on_push')
  return [{ place, message, sure }]
}

function guests(policy: Resource, scene: Scene): readonly Complaint[] {
  const field = policy.get('policy')
  if (field === undefined) return []
  const read = policyIn(field, policy, scene)
  const open = read?.statements.filter(isForEverybody) ?? []
  const sure = open.some(({ conditions }) => conditions?.length === 0)
  const isClosed = read?.isWhole && open.every(({ conditions = [] }) => conditions.length > 0)
  if (isClosed && !open.some(({ conditions }) => conditions === undefined)) return []
  const message = sure
    ? `Policy "${policy.name}" lets every AWS account of the world into the repository.`
    : `Whom policy "${policy.name}" lets into the repository cannot be told.`
  return [{ place: field.place, message, sure }]
}

function isForEverybody({ isAllowing, principals }: Statement): boolean {
  return isAllowing && principals.some(({ identifiers }) => identifiers.includes('*'))
}
