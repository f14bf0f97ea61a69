import { isOn } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Reader } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { makesNodes } from '../node-templates.ts'

export const eksNodeDisk = defineRule({
  id: 'eks-node-disk',
  title: 'Encrypt the disks of EKS nodes',
  topic: 'node-machines',
  severity: 'medium',
  references: [
    {
      title: 'Amazon EBS encryption, and how to enable it by default',
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
    },
    {
      title: 'Amazon EKS: Customize managed nodes with launch templates',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html',
    },
  ],

  subject: ['aws_launch_template'],
  check(template, scene) {
    const byDefault = encryptsByDefault(scene)
    if (byDefault === 'yes' || !makesNodes(template, scene)) return []
    return disksOf(template)
      .filter(({ isEncrypted }) => isEncrypted !== 'yes')
      .map(({ place, isEncrypted }) => ({
        place,
        sure: isEncrypted === 'no' && byDefault === 'no',
      }))
      .map(({ place, sure }) => ({
        place,
        message: sure
          ? `A disk of the nodes of "${template.name}" is not encrypted, nor does the account encrypt by default.`
          : `Whether a disk of the nodes of "${template.name}" is encrypted cannot be told.`,
        sure,
      }))
  },
})

function encryptsByDefault(scene: Scene): Answer {
  const answers = scene
    .ofKind('aws_ebs_encryption_by_default')
    .map((setting) => isOn(setting.get('enabled'), true))
  return answers.find((answer) => answer !== 'no') ?? 'no'
}

interface Disk {
  readonly place: Place
  readonly isEncrypted: Answer
}

function disksOf(template: Resource): readonly Disk[] {
  const mappings = blocksOf(template, 'block_device_mappings')
  if (mappings === undefined) return [unknownDisk(template, 'block_device_mappings')]
  return mappings.flatMap((mapping) => {
    const disks = blocksOf(mapping, 'ebs')
    if (disks === undefined) return [unknownDisk(mapping, 'ebs')]
    return disks.map((disk) => ({
      place: disk.at('encrypted'),
      isEncrypted: isOn(disk.get('encrypted'), false),
    }))
  })
}

function unknownDisk(part: Reader, block: string): Disk {
  return { place: part.at(block), isEncrypted: 'cannot tell' }
}
