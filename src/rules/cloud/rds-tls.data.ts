/**
 * From which version on an engine of RDS refuses connections without TLS by itself.
 * `parameter` is what says otherwise. Sources: Amazon RDS user guide, "Using SSL/TLS" of each engine
 * (PostgreSQL: rds.force_ssl is 1 from 15; MySQL: on from 9.7; MariaDB: on from 11.8), read 2026-11-25.
 */
export const RDS_TLS = [
  { engine: 'postgres', parameter: 'rds.force_ssl', since: [15, 0] },
  { engine: 'mysql', parameter: 'require_secure_transport', since: [9, 7] },
  { engine: 'mariadb', parameter: 'require_secure_transport', since: [11, 8] },
] as const
