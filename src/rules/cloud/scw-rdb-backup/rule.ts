import { isOn, not } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

// What Scaleway keeps by default. A fault that is noticed after the weekend must still be mendable.
const LEAST_DAYS = 7

export const scwRdbBackup = defineRule({
  id: 'scw-rdb-backup',
  title: 'Back managed databases up daily, and keep a week of it',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    scalewayResource('scaleway_rdb_instance'),
    {
      title: 'General Data Protection Regulation, article 32(1)(c)',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],

  subject: ['scaleway_rdb_instance'],
  check(database) {
    const isOff = isOn(database.get('disable_backup'), false)
    const off = complain(isOff, database.at('disable_backup'), {
      wrong: `Database "${database.name}" is not backed up: disable_backup is true.`,
      unclear: `Whether database "${database.name}" is backed up cannot be told.`,
    })
    return [...(isOff === 'no' ? retentionComplaint(database) : off), ...standbyComplaint(database)]
  },
})

function retentionComplaint(database: Resource): readonly Complaint[] {
  const days = database.get('backup_schedule_retention')
  if (days === undefined) return []
  const isEnough = days.resolved && Number(days.value) >= LEAST_DAYS
  if (isEnough) return []
  return complain(days.resolved ? 'yes' : 'cannot tell', days.place, {
    wrong: `Backups of database "${database.name}" are kept for less than ${LEAST_DAYS} days.`,
    unclear: `For how long backups of database "${database.name}" are kept cannot be told.`,
  })
}

function standbyComplaint(database: Resource): readonly Complaint[] {
  if (!isProduction(database)) return []
  const setting = database.get('is_ha_cluster')
  return complain(not(isOn(setting, false)), database.at('is_ha_cluster'), {
    wrong: `Production database "${database.name}" is one machine: is_ha_cluster is not true.`,
    unclear: `Whether production database "${database.name}" has a second machine cannot be told.`,
  })
}
