import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { AURORA_ENCRYPTS } from '../aurora-encryption.data.ts'
import { complainUnless, isTrue } from '../wanted.ts'

export const dbAtRest = defineRule({
  id: 'db-at-rest',
  title: 'Encrypt what databases of AWS store',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon RDS: Encrypting resources',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    },
    { title: 'Amazon Aurora: Encrypting resources', url: AURORA_ENCRYPTS.source },
  ],

  subject: ['aws_db_instance', 'aws_rds_cluster', 'aws_docdb_cluster'],
  check(database) {
    // A replica is what its source is, whatever it is told.
    if (REPLICA.some((name) => database.get(name) !== undefined)) return []
    if (database.get('storage_encrypted') === undefined) {
      const doubt = doubtOf(database)
      if (doubt === 'none') return []
      if (doubt !== undefined) {
        const message = `Whether database "${database.name}" is encrypted ${doubt}.`
        return [{ place: database.at('storage_encrypted'), message, sure: false }]
      }
    }
    return plain(database)
  },
})

function plain(database: Resource): readonly Complaint[] {
  return complainUnless(database, {
    names: ['storage_encrypted'],
    isSound: isTrue,
    fault: `What database "${database.name}" holds is stored as plain text, and so are its backups.`,
    untold: `Whether database "${database.name}" is encrypted cannot be told.`,
  })
}

// Where nothing is said: what decides instead, or `none` when it is encrypted all the same.
function doubtOf(database: Resource): string | undefined {
  if (database.get('engine_mode')?.value === 'serverless') return 'none'
  if (MODELS.some((name) => database.get(name) !== undefined)) {
    return 'depends on what it is restored from'
  }
  const engine = database.get('engine')
  const isAurora =
    database.type === 'aws_rds_cluster' && !/^(?:mysql|postgres)$/.test(String(engine?.value))
  return isAurora ? `depends on its age: Aurora does so since ${AURORA_ENCRYPTS.since}` : undefined
}

const REPLICA = [
  'replicate_source_db',
  'replication_source_identifier',
  'global_cluster_identifier',
]
const MODELS = ['snapshot_identifier', 'restore_to_point_in_time', 's3_import']
