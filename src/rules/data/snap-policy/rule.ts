import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const snapPolicy = defineRule({
  id: 'snap-policy',
  title: 'Keep snapshots when their objects are deleted',
  topic: 'backups',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Volume Snapshot Classes, DeletionPolicy',
      url: 'https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/#deletionpolicy',
    },
    {
      title: 'Velero: Container Storage Interface snapshot support',
      url: 'https://velero.io/docs/main/csi/',
    },
  ],

  subject: ['VolumeSnapshotClass'],
  check(snapshotClass, scene) {
    const policy = snapshotClass.get('deletionPolicy')
    if (policy?.value !== 'Delete') return []
    // A tool that makes and removes its own snapshots needs the policy; snapshots written by hand are meant to stay.
    const kept = scene
      .ofKind('VolumeSnapshot')
      .find(
        (snapshot) => snapshot.get('spec', 'volumeSnapshotClassName')?.value === snapshotClass.name,
      )
    if (kept === undefined) return []
    return [
      {
        place: policy.place,
        message: `Snapshots of class "${snapshotClass.name}", such as "${kept.name}", go when their object or its namespace is deleted.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // snapshots that nobody wants any more stay and are paid for until someone deletes them
    edit: (snapshotClass) => [setField(snapshotClass, ['deletionPolicy'], 'Retain')],
  },
})
