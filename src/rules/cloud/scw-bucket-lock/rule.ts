import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { isLinkedAnywhere } from '../../../analysis/terraform/unread-modules.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { linkTo } from '../buckets.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwBucketLock = defineRule({
  id: 'scw-bucket-lock',
  title: 'Lock backups against deletion',
  topic: 'cloud-data',
  severity: 'medium',
  controls: { 'ms-threat-matrix': ['MS-TA9038'] },
  references: [
    scalewayResource('scaleway_object_bucket_lock_configuration'),
    scalewayResource('scaleway_object_bucket'),
  ],

  subject: ['scaleway_object_bucket'],
  check(bucket, scene) {
    const isBackup = holdsBackups(bucket)
    const swept = isBackup || isProduction(bucket) ? sweepComplaint(bucket) : []
    return isBackup ? [...lockComplaint(bucket, scene), ...swept] : swept
  },
})

const BACKUP_WORDS =
  /backup|velero|snapshot|archive|restic|barman|pgbackrest|(?:^|[^a-z])(?:bkp|dumps?)(?:[^a-z]|$)/i

function holdsBackups(bucket: Resource): boolean {
  const tags = bucket.get('tags')?.value ?? []
  const words = [bucket.name, bucket.get('name')?.value, ...Object.values(tags)]
  return words.some((word) => typeof word === 'string' && BACKUP_WORDS.test(word))
}

function lockComplaint(bucket: Resource, scene: Scene): readonly Complaint[] {
  const rules = isLinkedAnywhere(bucket, linkTo('lock_configuration'), scene)
  const isLocked = allOf(
    isOn(bucket.get('versioning', 0, 'enabled'), false),
    isOn(bucket.get('object_lock_enabled'), false),
    rules,
  )
  return complain(not(isLocked), bucket.place, {
    wrong: `Backups in bucket "${bucket.name}" can be deleted or overwritten at once: versioning, lock and retention are needed.`,
    unclear: `Whether backups in bucket "${bucket.name}" are locked against deletion cannot be told.`,
  })
}

function sweepComplaint(bucket: Resource): readonly Complaint[] {
  const setting = bucket.get('force_destroy')
  return complain(isOn(setting, false), bucket.at('force_destroy'), {
    wrong: `Deleting bucket "${bucket.name}" deletes all of its objects, locked ones included.`,
    unclear: `Whether bucket "${bucket.name}" takes its objects along when it is deleted cannot be told.`,
  })
}
