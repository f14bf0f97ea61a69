import { isOn, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwRdbAtRest = defineRule({
  id: 'scw-rdb-at-rest',
  title: 'Encrypt the volumes of managed databases',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    scalewayResource('scaleway_rdb_instance'),
    {
      title: 'Scaleway: Managed Databases, concepts: Encryption at rest',
      url: 'https://www.scaleway.com/en/docs/managed-databases-for-postgresql-and-mysql/concepts/',
    },
  ],

  subject: ['scaleway_rdb_instance'],
  check(database) {
    const setting = database.get('encryption_at_rest')
    return complain(not(isOn(setting, false)), database.at('encryption_at_rest'), {
      wrong: `The volumes of database "${database.name}" are not encrypted: encryption_at_rest is not true.`,
      unclear: `Whether the volumes of database "${database.name}" are encrypted cannot be told.`,
    })
  },
})
