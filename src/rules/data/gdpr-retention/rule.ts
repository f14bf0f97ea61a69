import { defineRule } from '../../rule.ts'
import { DECLARING_KINDS } from '../data-class.ts'
import { copiesKeptLonger, retentionGap, stoppedPurge } from '../retention.ts'

export const gdprRetention = defineRule({
  id: 'gdpr-retention',
  title: 'Say how long personal data is kept, and keep it no longer',
  topic: 'personal-data',
  severity: 'medium',
  references: [
    {
      title: 'GDPR, Article 5: principles relating to processing of personal data',
      url: 'https://gdpr-info.eu/art-5-gdpr/',
    },
    {
      title: 'Velero: backup reference, set a time to live',
      url: 'https://velero.io/docs/main/how-velero-works/#set-a-backup-to-expire',
    },
  ],

  subject: [...DECLARING_KINDS, 'velero.io/Schedule'],
  check(resource, scene) {
    const gap =
      resource.type === 'velero.io/Schedule'
        ? copiesKeptLonger(resource, scene)
        : (retentionGap(resource, scene) ?? stoppedPurge(resource, scene))
    if (gap === undefined) return []
    const message = `${resource.kind} "${resource.name}" ${gap.why}.`
    return [{ place: gap.place, message, sure: true }]
  },
})
