import { defineRule } from '../../rule.ts'
import { columnsAboutPeople } from '../people-columns.ts'

export const gdprMinimise = defineRule({
  id: 'gdpr-minimise',
  title: 'Hold no more about people than the purpose needs',
  topic: 'personal-data',
  severity: 'low',
  references: [
    {
      title: 'GDPR, Article 5: principles relating to processing of personal data',
      url: 'https://gdpr-info.eu/art-5-gdpr/',
    },
    {
      title: 'GDPR, Article 9: processing of special categories of personal data',
      url: 'https://gdpr-info.eu/art-9-gdpr/',
    },
  ],

  subject: ['ConfigMap'],
  check: (config, scene) =>
    columnsAboutPeople(config, scene).map(({ place, key, column }) => ({
      place,
      message: `ConfigMap "${config.name}" makes a table with a column "${column}" under "${key}", and no purpose is declared that needs it.`,
      sure: false,
    })),
})
