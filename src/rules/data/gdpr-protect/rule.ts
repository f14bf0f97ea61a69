import { defineRule } from '../../rule.ts'
import { DECLARING_KINDS, personalDeclaration } from '../data-class.ts'
import { missingProtection } from '../missing-protection.ts'

export const gdprProtect = defineRule({
  id: 'gdpr-protect',
  title: 'Protect what is declared to be personal data',
  topic: 'personal-data',
  severity: 'high',
  references: [
    {
      title: 'GDPR, Article 32: security of processing',
      url: 'https://gdpr-info.eu/art-32-gdpr/',
    },
    {
      title: 'CNIL: practice guide for the security of personal data',
      url: 'https://www.cnil.fr/en/practice-guide-security-personal-data',
    },
  ],

  subject: DECLARING_KINDS,
  check(resource, scene) {
    const declared = personalDeclaration(resource, scene)
    if (declared === undefined) return []
    const missing = missingProtection(resource, scene)
    if (missing.length === 0) return []
    return [
      {
        place: declared.place,
        message: `The ${declared.class} data of ${resource.kind} "${resource.name}" lacks protection: ${missing.join('; ')}.`,
        sure: true,
      },
    ]
  },
})
