import { defineRule } from '../../rule.ts'
import { undeclaredProcessor } from '../processors.ts'

export const gdprProcessors = defineRule({
  id: 'gdpr-processors',
  title: 'List every company that receives personal data',
  topic: 'personal-data',
  severity: 'medium',
  references: [
    {
      title: 'GDPR, Article 28: processor',
      url: 'https://gdpr-info.eu/art-28-gdpr/',
    },
    {
      title: 'GDPR, Article 30: records of processing activities',
      url: 'https://gdpr-info.eu/art-30-gdpr/',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const found = undeclaredProcessor(container, scene)
    if (found === undefined) return []
    return [
      {
        place: found.place,
        message: `Container "${container.name}" sends to ${found.title}, and no list of processors in the estate names it.`,
        sure: true,
      },
    ]
  },
})
