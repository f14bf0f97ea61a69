import { defineRule } from '../../rule.ts'
import { aspectFor, aspectPlace, DECLARING_KINDS, personalDeclaration } from '../data-class.ts'

export const gdprRights = defineRule({
  id: 'gdpr-rights',
  title: 'Name the way by which people get and erase their data',
  topic: 'personal-data',
  severity: 'low',
  references: [
    {
      title: 'GDPR, Article 17: right to erasure',
      url: 'https://gdpr-info.eu/art-17-gdpr/',
    },
    {
      title: 'GDPR, Article 20: right to data portability',
      url: 'https://gdpr-info.eu/art-20-gdpr/',
    },
  ],

  subject: DECLARING_KINDS,
  check(resource, scene) {
    const declared = personalDeclaration(resource, scene)
    if (declared === undefined) return []
    const isNamed = ['erase', 'export'].some((way) => aspectFor(declared, way, scene) !== undefined)
    if (isNamed) return []
    return [
      {
        place: aspectPlace(declared, 'erase'),
        message: `${resource.kind} "${resource.name}" holds ${declared.class} data and names no way to erase or to export it.`,
        sure: true,
      },
    ]
  },
})
