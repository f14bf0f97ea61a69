import { defineRule } from '../../rule.ts'
import { DATABASE_PASSWORDS } from '../database-passwords.data.ts'
import { writtenSecret } from '../written-secret.ts'

export const tfDbPassword = defineRule({
  id: 'tf-db-password',
  title: 'Write no password of a database into the configuration',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Scaleway: scaleway_rdb_instance, password_wo',
      url: 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/resources/rdb_instance.md',
    },
    {
      title: 'Amazon RDS: Password management with AWS Secrets Manager',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9027'] },

  subject: Object.keys(DATABASE_PASSWORDS),
  check(database, scene) {
    const names = DATABASE_PASSWORDS[database.type] ?? []
    return names.flatMap((name) => {
      const field = database.get(name)
      const how = writtenSecret(field, database, scene)
      if (field === undefined || how === undefined) return []
      const where =
        how === 'written' ? 'stands in the configuration' : 'is the default of a variable'
      return [
        {
          place: field.place,
          message: `The password of database "${database.name}" ${where}: whoever has the file has it.`,
          sure: true,
        },
      ]
    })
  },
})
