import { backupField, hasEstateTool, isBackedUp } from '../../../analysis/backups/backup-cover.ts'
import { STORE_RESOURCES } from '../../../analysis/data-stores/store-kinds.data.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { dataPlace, firstUncopied, isWorthCopying } from '../kept-data.ts'

export const backupNone = defineRule({
  id: 'backup-none',
  title: 'Copy what databases hold, and try to restore it',
  topic: 'backups',
  severity: 'high',
  references: [
    {
      title: 'Velero: backup reference, schedule a backup',
      url: 'https://velero.io/docs/main/backup-reference/',
    },
    {
      title: 'CloudNativePG: backup',
      url: 'https://cloudnative-pg.io/documentation/current/backup/',
    },
    {
      title: 'GDPR, Article 32: security of processing',
      url: 'https://gdpr-info.eu/art-32-gdpr/',
    },
  ],

  subject: ['StatefulSet', 'Deployment', ...Object.keys(STORE_RESOURCES)],
  check(store, scene) {
    if (!isWorthCopying(store, scene) || isBackedUp(store, scene)) return []
    const sure = isLeftOut(store, scene)
    // Without a tool in sight the copies may be made elsewhere: one question stands for all stores.
    if (!sure && firstUncopied(scene) !== store) return []
    return [
      {
        place: dataPlace(store),
        message: sure
          ? `Nothing copies what ${store.kind} "${store.name}" holds: ${whyOf(store)}.`
          : `Whether anything copies what ${store.kind} "${store.name}" and the other stores hold cannot be told: no backup of theirs was read.`,
        sure,
      },
    ]
  },
})

function isLeftOut(store: Resource, scene: Scene): boolean {
  return backupField(store) !== undefined || hasEstateTool(scene)
}

function whyOf(store: Resource): string {
  const field = backupField(store)
  return field === undefined
    ? 'the estate has a backup tool, and no schedule of it takes this along'
    : `${field.join('.')} is not set, and no schedule takes it along`
}
