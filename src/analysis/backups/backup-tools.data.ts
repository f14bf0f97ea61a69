/** A tool that copies volumes of a whole namespace, by objects of its own in that namespace. */
export interface NamespaceTool {
  readonly kind: string
  readonly title: string
  /** Whether its objects stand for the whole cluster, wherever they are. */
  readonly isClusterWide?: boolean
}

/** Source: the tools' own API references. Read 2026-11-24. */
export const NAMESPACE_TOOLS: readonly NamespaceTool[] = [
  { kind: 'k8up.io/Schedule', title: 'K8up' },
  { kind: 'snapscheduler.backube/SnapshotSchedule', title: 'SnapScheduler' },
  { kind: 'gemini.fairwinds.com/SnapshotGroup', title: 'Gemini' },
  { kind: 'config.kio.kasten.io/Policy', title: 'Kasten', isClusterWide: true },
  { kind: 'longhorn.io/RecurringJob', title: 'Longhorn', isClusterWide: true },
  { kind: 'backup.scylladb.com/BackupSchedule', title: 'Scylla' },
  { kind: 'triliovault.trilio.io/BackupPlan', title: 'Trilio' },
]

/** Where the objects of tools that copy one workload or one claim keep its name. */
export const TARGET_TOOLS: ReadonlyMap<string, readonly string[]> = new Map([
  ['stash.appscode.com/BackupConfiguration', ['spec', 'target', 'ref', 'name']],
  ['core.kubestash.com/BackupConfiguration', ['spec', 'target', 'name']],
  ['volsync.backube/ReplicationSource', ['spec', 'sourcePVC']],
  ['VolumeSnapshot', ['spec', 'source', 'persistentVolumeClaimName']],
  ['postgresql.cnpg.io/ScheduledBackup', ['spec', 'cluster', 'name']],
  ['k8s.mariadb.com/Backup', ['spec', 'mariaDbRef', 'name']],
])

/** Operators' objects that plan their backups in a field of their own. */
export const BACKUP_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['postgresql.cnpg.io/Cluster', ['spec', 'backup']],
  ['pxc.percona.com/PerconaXtraDBCluster', ['spec', 'backup', 'schedule']],
  ['psmdb.percona.com/PerconaServerMongoDB', ['spec', 'backup', 'tasks']],
  ['mysql.oracle.com/InnoDBCluster', ['spec', 'backupSchedules']],
])

/** Words by which a job shows that it makes a copy. */
export const DUMP_WORDS =
  /\b(?:pg_dump(?:all)?|pg_basebackup|pgbackrest|wal-g|barman|mysqldump|mydumper|mariadb-dump|mariabackup|xtrabackup|mongodump|clickhouse-backup|etcdctl snapshot|restic|kopia|borg|rclone|velero|backup|backups|dump)\b/i
