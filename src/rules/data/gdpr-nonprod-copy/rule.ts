import { defineRule } from '../../rule.ts'
import { copiesOfProduction } from '../production-copies.ts'

export const gdprNonprodCopy = defineRule({
  id: 'gdpr-nonprod-copy',
  title: 'Give test systems made-up or masked data',
  topic: 'personal-data',
  severity: 'high',
  references: [
    {
      title: 'GDPR, Article 25: data protection by design and by default',
      url: 'https://gdpr-info.eu/art-25-gdpr/',
    },
    {
      title: 'CNIL: GDPR guide for developers',
      url: 'https://lincnil.github.io/GDPR-Developer-Guide/',
    },
  ],

  subject: [
    'PersistentVolumeClaim',
    'StatefulSet',
    'Deployment',
    'CronJob',
    'Job',
    'Pod',
    'postgresql.cnpg.io/Cluster',
  ],
  check: (resource, scene) =>
    copiesOfProduction(resource, scene).map(({ place, source }) => ({
      place,
      message: `${resource.kind} "${resource.name}" of a test system gets its data from production ("${source}"), and nothing says that it is anonymised.`,
      sure: true,
    })),
})
