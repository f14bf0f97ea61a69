import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { openingOf } from '../access-lists.ts'
import { firewallSpan } from '../address-span.ts'
import { complainUnless, isFalse, isTrue } from '../wanted.ts'

const AMAZON = ['aws_db_instance', 'aws_rds_cluster_instance', 'aws_redshift_cluster'] as const

const AZURE = [
  'azurerm_mssql_server',
  'azurerm_mysql_flexible_server',
  'azurerm_mysql_server',
  'azurerm_postgresql_flexible_server',
  'azurerm_postgresql_server',
] as const

export const dbPublic = defineRule({
  id: 'db-public',
  title: 'Give databases no address on the internet',
  topic: 'cloud-data',
  severity: 'critical',
  references: [
    {
      title: 'Amazon RDS: Hiding a DB instance in a VPC from the internet',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    },
    {
      title: 'Cloud SQL: Configure private IP',
      url: 'https://cloud.google.com/sql/docs/postgres/configure-private-ip',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9001'] },

  subject: [
    ...AMAZON,
    ...AZURE,
    ...AZURE.map(
      (server) => `${server.replace(/^azurerm_mssql_server$/, 'azurerm_mssql')}_firewall_rule`,
    ),
    'google_sql_database_instance',
  ],
  check(resource) {
    const { type, name } = resource
    if (type.endsWith('_firewall_rule')) return firewallSpan(resource)
    if (type.startsWith('google_')) return google(resource)
    const isAzure = type.startsWith('azurerm_')
    // A server that stands in a subnet of its own has no public address.
    if (isAzure && resource.get('delegated_subnet_id') !== undefined) return []
    return complainUnless(resource, {
      names: isAzure
        ? ['public_network_access_enabled', 'public_network_access']
        : ['publicly_accessible'],
      // Unwritten, it is open at Azure and closed at Amazon.
      isSound: (value) => (isAzure ? isFalse(value) || value === 'Disabled' : !isTrue(value)),
      fault: `Database "${name}" has an address on the internet.`,
      untold: `Whether database "${name}" has an address on the internet cannot be told.`,
    })
  },
})

function google(database: Resource): readonly Complaint[] {
  const settings = partsAt(database, 'settings')
  // A clone takes the settings of what it is made of.
  if (settings?.length === 0) return []
  const blocks = partsAt(database, 'settings', 'ip_configuration')
  const networks = partsAt(database, 'settings', 'ip_configuration', 'authorized_networks')
  const ranges = networks
    ?.map((network) => network.get('value'))
    .filter((range) => range !== undefined)
  const opening = ranges && openingOf(ranges)
  if (opening?.sure) {
    const message = `Database "${database.name}" lets half of the internet or more sign in (${opening.told}).`
    return [{ place: opening.place, message, sure: true }]
  }
  const [block = settings?.[0]] = blocks ?? [database]
  if (block === undefined || blocks === undefined) {
    const message = `Whether database "${database.name}" has an address on the internet cannot be told.`
    return [{ place: database.at('settings'), message, sure: false }]
  }
  return complainUnless(block, {
    names: ['ipv4_enabled'],
    isSound: isFalse,
    fault: `Database "${database.name}" has an address on the internet.`,
    untold: `Whether database "${database.name}" has an address on the internet cannot be told.`,
  })
}
