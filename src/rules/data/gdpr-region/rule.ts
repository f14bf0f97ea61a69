import { defineRule } from '../../rule.ts'
import { regionGaps, REGION_KINDS } from '../region-gaps.ts'

export const gdprRegion = defineRule({
  id: 'gdpr-region',
  title: 'Keep personal data in the region it is declared for',
  topic: 'personal-data',
  severity: 'high',
  references: [
    {
      title: 'GDPR, Article 44: general principle for transfers',
      url: 'https://gdpr-info.eu/art-44-gdpr/',
    },
    {
      title: 'Kubernetes: Storage Classes, allowed topologies',
      url: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies',
    },
  ],

  subject: REGION_KINDS,
  check: (resource, scene) =>
    regionGaps(resource, scene).map(({ place, region, declared, holder, sure }) => ({
      place,
      message: sure
        ? `${resource.kind} "${resource.name}" leads to ${region}, and the personal data of ${holder} is declared for ${declared}.`
        : `${resource.kind} "${resource.name}" leads to ${region}, and may take personal data along that is declared for ${declared}.`,
      sure,
    })),
})
