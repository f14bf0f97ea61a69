import { defineRule } from '../../rule.ts'
import { aspectFor, aspectPlace, DECLARING_KINDS, personalDeclaration } from '../data-class.ts'

const REASONS = ['purpose', 'legal-basis', 'owner'] as const

export const gdprJustification = defineRule({
  id: 'gdpr-justification',
  title: 'Write down why personal data is held, and who answers for it',
  topic: 'personal-data',
  severity: 'medium',
  references: [
    {
      title: 'GDPR, Article 6: lawfulness of processing',
      url: 'https://gdpr-info.eu/art-6-gdpr/',
    },
    {
      title: 'GDPR, Article 9: processing of special categories of personal data',
      url: 'https://gdpr-info.eu/art-9-gdpr/',
    },
  ],

  subject: DECLARING_KINDS,
  check(resource, scene) {
    const declared = personalDeclaration(resource, scene)
    if (declared === undefined) return []
    const missing = REASONS.filter((reason) => aspectFor(declared, reason, scene) === undefined)
    const [first] = missing
    if (first === undefined) return []
    return [
      {
        place: aspectPlace(declared, first),
        message: `${resource.kind} "${resource.name}" holds ${declared.class} data and does not say: ${missing.join(', ')}.`,
        sure: true,
      },
    ]
  },
})
