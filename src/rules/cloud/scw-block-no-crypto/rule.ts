import { not } from '../../../analysis/terraform/answers.ts'
import { blocksOf, isProduction } from '../../../analysis/terraform/arguments.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { bucketNamed, isEncrypted } from '../buckets.ts'
import { complain, scalewayResource } from '../complain.ts'
import { taggedClass } from '../health-data.ts'

const SNAPSHOT = 'scaleway_block_snapshot'

export const scwBlockNoCrypto = defineRule({
  id: 'scw-block-no-crypto',
  title: 'Encrypt volumes yourself, and the buckets they are exported to',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    scalewayResource(SNAPSHOT),
    {
      title: 'Scaleway: storage services shared responsibility model',
      url: 'https://www.scaleway.com/en/docs/block-storage/reference-content/storage-shared-responsibility-model/',
    },
    {
      title: 'Scaleway CSI: encrypting volumes',
      url: 'https://github.com/scaleway/scaleway-csi',
    },
  ],

  subject: [SNAPSHOT, 'scaleway_block_volume', 'scaleway_instance_volume'],
  check(resource, scene) {
    return resource.type === SNAPSHOT
      ? exportComplaints(resource, scene)
      : volumeComplaint(resource)
  },
})

function exportComplaints(snapshot: Resource, scene: Scene): readonly Complaint[] {
  return (blocksOf(snapshot, 'export') ?? []).flatMap((_, index) => {
    const path = ['export', index, 'bucket']
    const bucket = bucketNamed(snapshot, path, scene)
    const isClear = bucket === undefined ? 'cannot tell' : not(isEncrypted(bucket, scene))
    return complain(isClear, snapshot.at(...path), {
      wrong: `Snapshot "${snapshot.name}" copies a whole volume into a bucket that does not encrypt.`,
      unclear: `Whether snapshot "${snapshot.name}" is exported to a bucket that encrypts cannot be told.`,
    })
  })
}

// Terraform has no argument for it: LUKS stands in a StorageClass or in the operating system, which is not seen here.
function volumeComplaint(volume: Resource): readonly Complaint[] {
  const held = taggedClass(volume)
  const isTold = held === undefined ? isProduction(volume) : held !== 'none'
  if (!isTold) return []
  return complain('cannot tell', volume.place, {
    wrong: '',
    unclear: `Whether volume "${volume.name}" is encrypted cannot be told: Scaleway leaves that to LUKS inside of it.`,
  })
}
