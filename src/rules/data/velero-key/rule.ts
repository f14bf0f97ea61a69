import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { locationGaps, publishedPassword } from '../velero.ts'

export const veleroKey = defineRule({
  id: 'velero-key',
  title: 'Keep backups behind TLS and a password of your own',
  topic: 'backups',
  severity: 'high',
  references: [
    {
      title: 'Velero: Backup Storage Locations',
      url: 'https://velero.io/docs/main/api-types/backupstoragelocation/',
    },
    {
      title: 'Velero: File System Backup',
      url: 'https://velero.io/docs/main/file-system-backup/',
    },
    {
      title: 'Velero plugin for AWS: BackupStorageLocation configuration',
      url: 'https://github.com/vmware-tanzu/velero-plugin-for-aws/blob/main/backupstoragelocation.md',
    },
  ],

  subject: ['velero.io/BackupStorageLocation', 'velero.io/Schedule'],
  check(resource, scene) {
    if (resource.kind === 'BackupStorageLocation')
      return locationGaps(resource).map(({ place, why }) => ({
        place,
        message: `Backups to "${resource.name}" ${why}.`,
        sure: true,
      }))
    const field = publishedPassword(resource, scene)
    if (field === undefined) return []
    return [
      {
        place: field.place,
        message: `Schedule "${resource.name}" copies files into a repository, and no Secret with a password of your own was read: Velero then uses a published one.`,
        sure: false,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // the store needs a certificate that Velero can check, by caCert or a known authority
    edit: (location, { place }) => {
      const gap = locationGaps(location).find(
        (each) => each.place.path.at(-1) === place.path.at(-1),
      )
      return gap === undefined ? [] : [setPlace(place, gap.wanted)]
    },
  },
})
