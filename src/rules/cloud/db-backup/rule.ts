import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainUnless, isTrue, numberIn } from '../wanted.ts'

const WEEK_DAYS = 7

export const dbBackup = defineRule({
  id: 'db-backup',
  title: 'Back managed databases up, and guard them from deletion',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon RDS: Introduction to backups',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    },
    {
      title: 'Cloud SQL: About backups',
      url: 'https://cloud.google.com/sql/docs/postgres/backup-recovery/backups',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9038'] },

  subject: [
    'aws_db_instance',
    'aws_rds_cluster',
    'google_sql_database_instance',
    'azurerm_mssql_database',
  ],
  check(database) {
    // A replica is made anew, not restored.
    if (REPLICA.some((name) => database.get(name) !== undefined)) return []
    switch (database.type) {
      case 'google_sql_database_instance':
        return google(database)
      case 'azurerm_mssql_database':
        return retained(database)
      default:
        return amazon(database)
    }
  },
})

const REPLICA = ['replicate_source_db', 'replication_source_identifier', 'master_instance_name']

function amazon(database: Resource): readonly Complaint[] {
  const { type, name } = database
  const backups = complainUnless(database, {
    names: ['backup_retention_period'],
    // Unwritten, an instance keeps none and a cluster one day; a copy takes over what its source has.
    isSound: (value) =>
      value === undefined
        ? type === 'aws_rds_cluster' || database.get('snapshot_identifier') !== undefined
        : numberIn(value) !== 0,
    fault: `Nobody keeps backups of database "${name}".`,
    untold: `How long backups of database "${name}" are kept cannot be told.`,
  })
  return isProduction(database) ? [...backups, ...deletable(database)] : backups
}

function deletable(database: Resource): readonly Complaint[] {
  return complainUnless(database, {
    names: ['deletion_protection'],
    isSound: isTrue,
    fault: `Database "${database.name}" of production can be deleted by one wrong run.`,
    untold: `Whether database "${database.name}" is guarded from deletion cannot be told.`,
  })
}

function google(database: Resource): readonly Complaint[] {
  const settings = partsAt(database, 'settings')
  // A clone takes the settings of what it is made of.
  if (settings?.length === 0) return []
  const [own] = settings ?? []
  const blocks = partsAt(database, 'settings', 'backup_configuration')
  const untold = `Whether backups of database "${database.name}" are kept cannot be told.`
  if (own === undefined || blocks === undefined) {
    return [{ place: database.at('settings'), message: untold, sure: false }]
  }
  const fault = `Nobody keeps backups of database "${database.name}".`
  const [block] = blocks
  if (block === undefined)
    return [{ place: own.at('backup_configuration'), message: fault, sure: true }]
  return complainUnless(block, { names: ['enabled'], isSound: isTrue, fault, untold })
}

// Unwritten, it is a week.
function retained(database: Resource): readonly Complaint[] {
  return (partsAt(database, 'short_term_retention_policy') ?? []).flatMap((policy) =>
    complainUnless(policy, {
      names: ['retention_days'],
      isSound: (value) => (numberIn(value) ?? WEEK_DAYS) >= WEEK_DAYS,
      fault: `Backups of database "${database.name}" are gone before a week has passed.`,
      untold: `How long backups of database "${database.name}" are kept cannot be told.`,
    }),
  )
}
