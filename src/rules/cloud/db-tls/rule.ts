import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { groupWithoutTls, instanceWithoutTls } from '../rds-tls.ts'
import { complainUnless, isFalse, isTrue } from '../wanted.ts'

export const dbTls = defineRule({
  id: 'db-tls',
  title: 'Let managed databases refuse connections without TLS',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon RDS: Using SSL with a PostgreSQL DB instance',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
    },
    {
      title: 'Cloud SQL: Configure SSL/TLS certificates',
      url: 'https://cloud.google.com/sql/docs/postgres/configure-ssl-instance',
    },
  ],

  subject: [
    'aws_db_instance',
    'aws_db_parameter_group',
    'aws_rds_cluster',
    'aws_rds_cluster_parameter_group',
    'azurerm_mysql_flexible_server_configuration',
    'azurerm_mysql_server',
    'azurerm_postgresql_flexible_server_configuration',
    'azurerm_postgresql_server',
    'google_sql_database_instance',
  ],
  check(resource) {
    const { type } = resource
    if (type.endsWith('_parameter_group')) return groupWithoutTls(resource)
    if (type.startsWith('aws_')) return instanceWithoutTls(resource)
    if (type.startsWith('google_')) return google(resource)
    return type.endsWith('_configuration') ? azureParameter(resource) : azureServer(resource)
  },
})

function google(database: Resource): readonly Complaint[] {
  const settings = partsAt(database, 'settings')
  // A clone takes the settings of what it is made of.
  if (settings?.length === 0) return []
  const untold = `Whether database "${database.name}" asks for TLS cannot be told.`
  const blocks = partsAt(database, 'settings', 'ip_configuration')
  const [own] = settings ?? []
  if (own === undefined || blocks === undefined) {
    return [{ place: database.at('settings'), message: untold, sure: false }]
  }
  // Connectors encrypt by themselves.
  if (own.get('connector_enforcement')?.value === 'REQUIRED') return []
  const [block = own] = blocks
  // What older providers called it; where both are written, the newer one decides.
  const older = block.get('require_ssl')
  if (older?.resolved && isTrue(older.value) && block.get('ssl_mode') === undefined) return []
  return complainUnless(block, {
    names: ['ssl_mode', 'require_ssl'],
    isSound: (value) =>
      value === 'ENCRYPTED_ONLY' || value === 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED',
    fault: `Programs may speak to database "${database.name}" in plain text.`,
    untold,
  })
}

function azureParameter(parameter: Resource): readonly Complaint[] {
  if (parameter.get('name')?.value !== 'require_secure_transport') return []
  return complainUnless(parameter, {
    names: ['value'],
    isSound: (value) => !/^(?:off|0|false)$/i.test(String(value)),
    fault: `Setting "${parameter.name}" lets programs speak to the database in plain text.`,
    untold: `Whether setting "${parameter.name}" asks for TLS cannot be told.`,
  })
}

function azureServer(server: Resource): readonly Complaint[] {
  return complainUnless(server, {
    names: ['ssl_enforcement_enabled'],
    isSound: (value) => !isFalse(value),
    fault: `Programs may speak to database "${server.name}" in plain text.`,
    untold: `Whether database "${server.name}" asks for TLS cannot be told.`,
  })
}
